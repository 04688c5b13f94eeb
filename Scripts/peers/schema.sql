-- The table that the SQLite peers fill: what Picket keeps of a row, unsealed, with the same two uniqueness rules.
CREATE TABLE signatures (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL,
  full_name TEXT NOT NULL,
  email TEXT NOT NULL,
  job_title TEXT NOT NULL,
  team TEXT NOT NULL,
  location TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('named', 'role')),
  signed_on TEXT NOT NULL,
  held INTEGER NOT NULL CHECK (held IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX signature_address ON signatures (address) WHERE held = 0;
CREATE UNIQUE INDEX shared_address ON signatures (address, full_name) WHERE held = 1;
