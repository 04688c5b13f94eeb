-- The ledger: what was signed and left, as hashes that name nobody. One log a campaign.

-- The commitment of the signature's leaf; NULL in a database from before the ledger, until its first unlocked write.
ALTER TABLE signature ADD COLUMN commitment BLOB CHECK (length(commitment) = 32);

-- A campaign's log: there once its first leaf is queued.
CREATE TABLE ledger (
  campaign INTEGER NOT NULL PRIMARY KEY REFERENCES campaign (id),
  size INTEGER NOT NULL CHECK (size >= 0) -- leaves in the tree
) STRICT;

-- Leaves that wait for the next checkpoint. The identifiers are chance: they say nothing about who came first.
CREATE TABLE ledger_queue (
  id INTEGER NOT NULL PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id),
  leaf BLOB NOT NULL CHECK (length(leaf) = 74),
  mark BLOB CHECK (length(mark) = 16) -- made with the key; NULL for what is public: letters and claims
) STRICT;

-- The leaves in the order of the tree, 256 at a time; the last bundle may hold fewer.
CREATE TABLE ledger_bundle (
  campaign INTEGER NOT NULL REFERENCES ledger (campaign),
  number INTEGER NOT NULL CHECK (number >= 0),
  leaves BLOB NOT NULL CHECK (length(leaves) BETWEEN 74 AND 18944 AND length(leaves) % 74 = 0),
  PRIMARY KEY (campaign, number)
) STRICT;

-- The hashes of the tree, 256 at a time; the last tile of a level may hold fewer.
CREATE TABLE ledger_tile (
  campaign INTEGER NOT NULL REFERENCES ledger (campaign),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
  number INTEGER NOT NULL CHECK (number >= 0),
  hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
  PRIMARY KEY (campaign, level, number)
) STRICT;

-- Every checkpoint that was made, as it was signed.
CREATE TABLE ledger_checkpoint (
  campaign INTEGER NOT NULL REFERENCES ledger (campaign),
  size INTEGER NOT NULL CHECK (size >= 0),
  made_on INTEGER NOT NULL,
  note BLOB NOT NULL CHECK (length(note) > 0),
  PRIMARY KEY (campaign, size)
) STRICT;

CREATE TABLE claim (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  source TEXT NOT NULL CHECK (length(source) > 0),
  count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 1000000000),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 0 AND 4),
  evidence TEXT,
  claimed_on INTEGER NOT NULL
) STRICT;

CREATE INDEX claim_of_petition ON claim (petition);

CREATE TABLE response (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  responded_on INTEGER NOT NULL,
  summary TEXT NOT NULL CHECK (length(summary) > 0),
  source TEXT
) STRICT;

CREATE INDEX response_of_petition ON response (petition);

CREATE TABLE delivery (
  id INTEGER NOT NULL PRIMARY KEY,
  petition INTEGER NOT NULL REFERENCES petition (id),
  number INTEGER NOT NULL CHECK (number > 0),
  delivered_on INTEGER NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0), -- of the tree at the checkpoint that belongs to it
  manifest BLOB NOT NULL CHECK (length(manifest) > 0), -- as it was signed
  counted BLOB NOT NULL, -- one bit a leaf of the tree, the lowest bit first: whether it is in the delivered total
  UNIQUE (petition, number)
) STRICT;

-- The lines of a delivered list. What a line says is sealed, and goes when its signer is erased; its hash stays.
CREATE TABLE delivery_line (
  delivery INTEGER NOT NULL REFERENCES delivery (id),
  number INTEGER NOT NULL CHECK (number > 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  signer BLOB CHECK (length(signer) = 16), -- the tag of the signature; NULL once it is erased
  contents BLOB,
  PRIMARY KEY (delivery, number),
  CHECK ((signer IS NULL) = (contents IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_line_of_signer ON delivery_line (signer) WHERE signer IS NOT NULL;
