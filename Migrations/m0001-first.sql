-- What identifies a person is sealed: it is in `contents` columns only, or behind keyed tags.
-- Days are counted from 1970-01-01. Codes of cohorts, states and standings are those of the domain.

PRAGMA application_id = 0x5069636B; -- "Pick"

CREATE TABLE vault (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

CREATE TABLE key_slot (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('passphrase', 'key-file', 'recovery-code')),
  added_on INTEGER NOT NULL,
  parameters BLOB NOT NULL,
  wrapped_key BLOB NOT NULL
) STRICT;

CREATE TABLE campaign (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64),
  title TEXT NOT NULL CHECK (length(title) > 0),
  created_on INTEGER NOT NULL
) STRICT;

CREATE TABLE target (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK (length(name) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('company', 'agency', 'legislature'))
) STRICT;

CREATE TABLE target_domain (
  target INTEGER NOT NULL REFERENCES target (id),
  domain TEXT NOT NULL CHECK (length(domain) > 0),
  PRIMARY KEY (target, domain)
) STRICT, WITHOUT ROWID;

CREATE TABLE demand (
  id INTEGER NOT NULL PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  target INTEGER NOT NULL REFERENCES target (id),
  number INTEGER NOT NULL CHECK (number > 0),
  text TEXT NOT NULL CHECK (length(text) > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'partly-met', 'met', 'rejected', 'withdrawn')),
  answered_on INTEGER,
  source TEXT,
  UNIQUE (campaign, number)
) STRICT;

CREATE TABLE petition (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64),
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  target INTEGER NOT NULL REFERENCES target (id),
  title TEXT NOT NULL CHECK (length(title) > 0),
  language TEXT NOT NULL CHECK (length(language) > 0),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  goal INTEGER CHECK (goal > 0),
  reveal_threshold INTEGER CHECK (reveal_threshold > 0),
  closes_at INTEGER, -- seconds since 1970-01-01T00:00Z
  state TEXT NOT NULL
    CHECK (state IN ('draft', 'open', 'paused', 'closed', 'delivered', 'answered', 'withdrawn')),
  created_on INTEGER NOT NULL
) STRICT;

-- Which cohorts may sign; none here means all.
CREATE TABLE petition_cohort (
  petition INTEGER NOT NULL REFERENCES petition (id),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  PRIMARY KEY (petition, cohort)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  language TEXT NOT NULL CHECK (length(language) > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  text TEXT NOT NULL CHECK (length(text) > 0),
  added_on INTEGER NOT NULL,
  UNIQUE (petition, language, version),
  UNIQUE (petition, language, digest)
) STRICT;

CREATE TRIGGER letter_stays BEFORE UPDATE ON letter
BEGIN
  SELECT RAISE (ABORT, 'a letter is never changed');
END;

CREATE TRIGGER letter_is_kept BEFORE DELETE ON letter
BEGIN
  SELECT RAISE (ABORT, 'a letter is never deleted');
END;

CREATE TABLE import (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  imported_on INTEGER NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  added INTEGER NOT NULL CHECK (added >= 0),
  duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
  shared_address INTEGER NOT NULL CHECK (shared_address >= 0),
  rejected INTEGER NOT NULL CHECK (rejected >= 0),
  stricter INTEGER NOT NULL CHECK (stricter >= 0),
  same_name INTEGER NOT NULL CHECK (same_name >= 0),
  target_addresses INTEGER NOT NULL CHECK (target_addresses >= 0),
  undone_on INTEGER,
  contents BLOB NOT NULL,
  CHECK (row_count = added + duplicates + shared_address + rejected)
) STRICT;

CREATE INDEX import_of_petition ON import (petition);

CREATE TABLE signature (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  letter INTEGER NOT NULL REFERENCES letter (id),
  origin INTEGER REFERENCES import (id),
  signed_on INTEGER NOT NULL,
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
  held INTEGER NOT NULL CHECK (held BETWEEN 0 AND 2), -- 0 sole, 1 held, 2 admitted
  tag BLOB CHECK (length(tag) = 16),
  name_tag BLOB CHECK (length(name_tag) = 16),
  contents BLOB NOT NULL,
  -- Who shares an address is told apart by the name; who does not needs no tag of it.
  CHECK (CASE WHEN held = 0 THEN name_tag IS NULL ELSE (tag IS NULL) = (name_tag IS NULL) END),
  -- A held signature is in no count: a verification admits it.
  CHECK (held <> 1 OR state <> 1)
) STRICT;

CREATE INDEX signature_of_petition ON signature (petition);

CREATE UNIQUE INDEX signature_address ON signature (petition, tag)
  WHERE held = 0 AND tag IS NOT NULL;

CREATE UNIQUE INDEX signature_shared_address ON signature (petition, tag, name_tag)
  WHERE held <> 0 AND tag IS NOT NULL;

CREATE TABLE erasure (
  signature INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  counted_as INTEGER CHECK (counted_as BETWEEN 2 AND 4), -- NULL: was held, in no count
  mark BLOB CHECK (length(mark) = 16)
) STRICT;

CREATE INDEX erasure_mark ON erasure (petition, mark) WHERE mark IS NOT NULL;

-- Kept in step by every change of a signature, so that a tally never has to count.
CREATE TABLE tally (
  petition INTEGER NOT NULL REFERENCES petition (id),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  pending INTEGER NOT NULL DEFAULT 0 CHECK (pending >= 0),
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified >= 0),
  withdrawn_before_delivery INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn_before_delivery >= 0),
  withdrawn_after_delivery INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn_after_delivery >= 0),
  invalidated INTEGER NOT NULL DEFAULT 0 CHECK (invalidated >= 0),
  held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
  PRIMARY KEY (petition, cohort)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  number INTEGER NOT NULL CHECK (number > 0),
  published_on INTEGER NOT NULL,
  contents BLOB NOT NULL,
  UNIQUE (petition, number)
) STRICT;
