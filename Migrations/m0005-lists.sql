-- Lists: the channels that signatures come through, printed sheets, who works there, and pairs that somebody looked at.

-- A way in that can be closed by itself: a form, a mailbox, a repository.
CREATE TABLE channel (
  petition INTEGER NOT NULL REFERENCES petition (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  closes_at INTEGER, -- seconds since 1970-01-01T00:00Z; NULL where it stays open
  PRIMARY KEY (petition, name)
) STRICT, WITHOUT ROWID;

-- Signature sheets that were printed for a letter version, to be filled in by hand.
CREATE TABLE signature_sheet (
  petition INTEGER NOT NULL REFERENCES petition (id),
  number INTEGER NOT NULL CHECK (number > 0),
  letter INTEGER NOT NULL REFERENCES letter (id),
  row_count INTEGER NOT NULL CHECK (row_count > 0),
  printed_on INTEGER NOT NULL,
  PRIMARY KEY (petition, number)
) STRICT, WITHOUT ROWID;

-- Who works at the targets of a campaign. All of it is sealed.
CREATE TABLE roster_entry (
  id INTEGER NOT NULL PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  tag BLOB NOT NULL CHECK (length(tag) = 16), -- of the address; where there is none, of all that the row says
  contents BLOB NOT NULL
) STRICT;

CREATE INDEX roster_of_campaign ON roster_entry (campaign);

CREATE UNIQUE INDEX roster_tag ON roster_entry (campaign, tag);

-- Two signatures that looked like one person's and were found to be of two.
CREATE TABLE told_apart (
  one INTEGER NOT NULL REFERENCES signature (id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES signature (id) ON DELETE CASCADE,
  petition INTEGER NOT NULL REFERENCES petition (id),
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;

CREATE INDEX told_apart_other ON told_apart (other);

-- The publication that a delivered list was: it still tells how many of each group the list had when signers are erased.
ALTER TABLE delivery ADD COLUMN publication INTEGER CHECK (publication > 0); -- NULL in deliveries that are older
