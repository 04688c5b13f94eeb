-- What people do besides signing, and what they suffer for it; responses to demands; confirmed reveals.

-- The verified signatures at the reveal that the organizers confirmed last; NULL before the first.
ALTER TABLE petition ADD COLUMN revealed_at INTEGER CHECK (revealed_at > 0);

-- Until now a list showed names as soon as there were enough: what was published stays revealed.
UPDATE petition SET revealed_at = (SELECT sum(verified) FROM tally WHERE tally.petition = petition.id)
  WHERE EXISTS (SELECT * FROM publication WHERE publication.petition = petition.id)
    AND reveal_threshold <= (SELECT sum(verified) FROM tally WHERE tally.petition = petition.id);

CREATE TABLE demand_response (
  number INTEGER NOT NULL PRIMARY KEY, -- in the order in which they were added
  id INTEGER NOT NULL UNIQUE,
  demand INTEGER NOT NULL REFERENCES demand (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('partly-met', 'met', 'met-otherwise', 'rejected')),
  responded_on INTEGER NOT NULL,
  summary TEXT CHECK (length(summary) > 0),
  source TEXT CHECK (length(source) > 0),
  statement TEXT CHECK (length(statement) > 0)
) STRICT;

CREATE INDEX demand_response_to ON demand_response (demand);

CREATE TABLE termination (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64),
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  target INTEGER NOT NULL REFERENCES target (id),
  stage TEXT NOT NULL CHECK (stage IN ('considering', 'noticed', 'rescinded')),
  is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
  contents BLOB NOT NULL
) STRICT;

CREATE INDEX termination_of_campaign ON termination (campaign);

CREATE TABLE boycott (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64),
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  title TEXT NOT NULL CHECK (length(title) > 0),
  form TEXT NOT NULL CHECK (form IN ('boycott', 'walk-out', 'termination')),
  starts_on INTEGER,
  pledges_lapse_on INTEGER,
  terms INTEGER NOT NULL CHECK (terms > 0),
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'active', 'suspended', 'ended')),
  called_on INTEGER,
  revealed_on INTEGER,
  created_on INTEGER NOT NULL,
  CHECK (stage IN ('planned', 'ended') OR called_on IS NOT NULL)
) STRICT;

CREATE TABLE boycott_scope (
  boycott INTEGER NOT NULL REFERENCES boycott (id),
  scope TEXT NOT NULL
    CHECK (scope IN ('buying', 'selling', 'working-for', 'recruiting', 'speaking', 'sponsoring', 'investing')),
  PRIMARY KEY (boycott, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE boycott_clause (
  boycott INTEGER NOT NULL REFERENCES boycott (id),
  kind TEXT NOT NULL CHECK (kind IN ('exception', 'alternative')),
  number INTEGER NOT NULL CHECK (number > 0),
  text TEXT NOT NULL CHECK (length(text) > 0),
  PRIMARY KEY (boycott, kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE boycott_demand (
  boycott INTEGER NOT NULL REFERENCES boycott (id),
  demand INTEGER NOT NULL REFERENCES demand (id),
  PRIMARY KEY (boycott, demand)
) STRICT, WITHOUT ROWID;

-- A listing is withdrawn, never deleted.
CREATE TABLE boycott_listing (
  boycott INTEGER NOT NULL REFERENCES boycott (id),
  target INTEGER NOT NULL REFERENCES target (id),
  listed_on INTEGER NOT NULL,
  reason TEXT CHECK (length(reason) > 0),
  withdrawn_on INTEGER,
  withdrawn_because TEXT CHECK (length(withdrawn_because) > 0),
  PRIMARY KEY (boycott, target),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER boycott_listing_is_kept BEFORE DELETE ON boycott_listing
BEGIN
  SELECT RAISE (ABORT, 'a listing is never deleted');
END;

CREATE TABLE listing_note (
  id INTEGER NOT NULL PRIMARY KEY,
  boycott INTEGER NOT NULL,
  target INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('evidence', 'appeal', 'answer')),
  day INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  source TEXT CHECK (length(source) > 0),
  FOREIGN KEY (boycott, target) REFERENCES boycott_listing (boycott, target)
) STRICT;

CREATE INDEX listing_note_of ON listing_note (boycott, target);

CREATE TABLE boycott_event (
  number INTEGER NOT NULL PRIMARY KEY, -- in the order in which they were added
  id INTEGER NOT NULL UNIQUE,
  boycott INTEGER NOT NULL REFERENCES boycott (id),
  kind TEXT NOT NULL CHECK (kind IN ('called', 'terms-changed', 'suspended', 'resumed', 'ended', 'listed',
    'listing-withdrawn', 'evidenced', 'appealed', 'answered', 'revealed')),
  day INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX boycott_event_of ON boycott_event (boycott);

CREATE TRIGGER boycott_event_stays BEFORE UPDATE ON boycott_event
BEGIN
  SELECT RAISE (ABORT, 'a boycott''s history is never changed');
END;

CREATE TRIGGER boycott_event_is_kept BEFORE DELETE ON boycott_event
BEGIN
  SELECT RAISE (ABORT, 'a boycott''s history is never deleted');
END;

CREATE TABLE pledge (
  id INTEGER NOT NULL PRIMARY KEY,
  boycott INTEGER NOT NULL REFERENCES boycott (id),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 4),
  is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
  if_others INTEGER CHECK (if_others BETWEEN 1 AND 1000000000), -- NULL: binds at once
  terms INTEGER NOT NULL CHECK (terms > 0),
  lapses_on INTEGER,
  tag BLOB CHECK (length(tag) = 16),
  mark BLOB CHECK (length(mark) = 16), -- of an erased pledger's address
  contents BLOB, -- NULL once the pledger was erased
  CHECK (contents IS NOT NULL OR (stage = 4 AND tag IS NULL)),
  CHECK (mark IS NULL OR contents IS NULL)
) STRICT;

CREATE INDEX pledge_of_boycott ON pledge (boycott);

CREATE UNIQUE INDEX pledge_address ON pledge (boycott, tag) WHERE tag IS NOT NULL;

CREATE INDEX pledge_mark ON pledge (boycott, mark) WHERE mark IS NOT NULL;

CREATE TABLE incident (
  id INTEGER NOT NULL PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  contents BLOB NOT NULL
) STRICT;

CREATE INDEX incident_of_campaign ON incident (campaign);
