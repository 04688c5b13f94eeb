-- The public record: what targets said and when it changed, evidence, and events that were entered by hand.

-- Bytes by their digest, each once: captures as they were, readable texts, archived copies.
CREATE TABLE kept_bytes (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
  size INTEGER NOT NULL CHECK (size >= 0), -- before compression
  packed BLOB NOT NULL CHECK (length(packed) > 0)
) STRICT;

CREATE TRIGGER kept_bytes_stay BEFORE UPDATE ON kept_bytes
BEGIN
  SELECT RAISE (ABORT, 'kept bytes are never changed');
END;

CREATE TRIGGER kept_bytes_are_kept BEFORE DELETE ON kept_bytes
BEGIN
  SELECT RAISE (ABORT, 'kept bytes are never deleted');
END;

CREATE TABLE statement (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64),
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  target INTEGER NOT NULL REFERENCES target (id),
  title TEXT NOT NULL CHECK (length(title) > 0),
  channel TEXT NOT NULL CHECK (channel IN ('blog', 'press-release', 'memo', 'social-post', 'hearing', 'interview')),
  url TEXT CHECK (length(url) > 0),
  speaker TEXT CHECK (length(speaker) > 0),
  added_on INTEGER NOT NULL
) STRICT;

-- A time: its first second, how well it is known, whether "about", the offset in minutes with which it was written.
-- It can be written: it lies between the years 1 and 9999, by a day more for the offset.
CREATE TABLE capture (
  number INTEGER NOT NULL PRIMARY KEY, -- in the order in which they were added
  id INTEGER NOT NULL UNIQUE,
  statement INTEGER NOT NULL REFERENCES statement (id),
  observed_at INTEGER NOT NULL CHECK (observed_at BETWEEN -62135683200 AND 253402387199),
  precision TEXT NOT NULL CHECK (precision IN ('year', 'month', 'day', 'hour', 'minute', 'second')),
  about INTEGER NOT NULL CHECK (about IN (0, 1)),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -900 AND 900),
  raw BLOB REFERENCES kept_bytes (digest), -- NULL: it was gone
  text BLOB REFERENCES kept_bytes (digest),
  size INTEGER CHECK (size >= 0),
  media_type TEXT CHECK (length(media_type) > 0),
  hops TEXT CHECK (length(hops) > 0), -- as JSON: the addresses that were asked and their statuses
  observer BLOB CHECK (length(observer) > 0), -- sealed
  CHECK ((raw IS NULL) = (text IS NULL) AND (raw IS NULL) = (size IS NULL) AND (raw IS NULL) = (media_type IS NULL))
) STRICT;

CREATE INDEX capture_of_statement ON capture (statement, observed_at);

CREATE TRIGGER capture_stays BEFORE UPDATE ON capture
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;

CREATE TRIGGER capture_is_kept BEFORE DELETE ON capture
BEGIN
  SELECT RAISE (ABORT, 'a capture is never deleted');
END;

CREATE TABLE account (
  number INTEGER NOT NULL PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  statement INTEGER NOT NULL REFERENCES statement (id),
  source TEXT NOT NULL CHECK (length(source) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('published', 'edited', 'removed', 'restored')),
  happened_at INTEGER CHECK (happened_at BETWEEN -62135683200 AND 253402387199),
  precision TEXT CHECK (precision IN ('year', 'month', 'day', 'hour', 'minute', 'second')),
  about INTEGER CHECK (about IN (0, 1)),
  utc_offset INTEGER CHECK (utc_offset BETWEEN -900 AND 900),
  explanation TEXT CHECK (length(explanation) > 0),
  attributed_to TEXT CHECK (length(attributed_to) > 0),
  url TEXT CHECK (length(url) > 0),
  CHECK ((explanation IS NULL) = (attributed_to IS NULL)),
  CHECK (
    (happened_at IS NULL) = (precision IS NULL) AND (happened_at IS NULL) = (about IS NULL)
    AND (happened_at IS NULL) = (utc_offset IS NULL)
  )
) STRICT;

CREATE INDEX account_of_statement ON account (statement);

CREATE TABLE evidence (
  id INTEGER NOT NULL PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  number INTEGER NOT NULL CHECK (number > 0),
  title TEXT NOT NULL CHECK (length(title) > 0),
  url TEXT CHECK (length(url) > 0),
  publisher TEXT CHECK (length(publisher) > 0),
  author TEXT CHECK (length(author) > 0),
  published_at TEXT CHECK (length(published_at) > 0), -- as it was written
  accessed_at TEXT CHECK (length(accessed_at) > 0),
  quote TEXT CHECK (length(quote) > 0),
  place TEXT CHECK (length(place) > 0),
  copy BLOB REFERENCES kept_bytes (digest),
  subject TEXT CHECK (length(subject) > 0),
  UNIQUE (campaign, number)
) STRICT;

CREATE TABLE event (
  number INTEGER NOT NULL PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  happened_at INTEGER NOT NULL CHECK (happened_at BETWEEN -62135683200 AND 253402387199),
  precision TEXT NOT NULL CHECK (precision IN ('year', 'month', 'day', 'hour', 'minute', 'second')),
  about INTEGER NOT NULL CHECK (about IN (0, 1)),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -900 AND 900),
  text TEXT NOT NULL, -- empty once it was withdrawn
  evidence INTEGER, -- its number
  withdrawn_on INTEGER,
  leaf BLOB CHECK (length(leaf) = 32), -- what the leaf of a withdrawn one commits to
  CHECK ((withdrawn_on IS NULL) = (length(text) > 0) AND (withdrawn_on IS NULL) = (leaf IS NULL)),
  FOREIGN KEY (campaign, evidence) REFERENCES evidence (campaign, number)
) STRICT;

CREATE INDEX event_of_campaign ON event (campaign, happened_at);

-- When a petition was first opened, since its timeline begins there; NULL where it never was, or was before this step.
ALTER TABLE petition ADD COLUMN opened_on INTEGER;
