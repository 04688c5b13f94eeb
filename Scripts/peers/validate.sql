-- From the table "staging", which holds the sheet as it is, into "signatures".
-- The first row of an address stands; another name at the same address is held; the rest are duplicates.
CREATE TEMP VIEW trimmed AS
SELECT
  rowid AS line,
  trim("Name", char(9, 10, 13, 32)) AS full_name,
  lower(trim("Email", char(9, 10, 13, 32))) AS email,
  "Sign as" AS sign_as,
  date("Timestamp") AS signed_on,
  "Job title" AS job_title,
  "Team" AS team,
  "City" || ', ' || "Country" AS location
FROM staging;

CREATE TEMP TABLE judged AS
SELECT
  *,
  CASE
    WHEN full_name = '' THEN 'no name'
    WHEN sign_as NOT IN ('named', 'anonymous') THEN 'unknown visibility'
    WHEN signed_on IS NULL THEN 'no date'
    WHEN email NOT GLOB '?*@?*.?*' OR email GLOB '*@*@*' OR email GLOB '*[ ' || char(9, 10, 13) || ']*'
      THEN 'no address'
  END AS fault,
  CASE
    WHEN email GLOB '?*+*@*'
      THEN substr(email, 1, instr(email, '+') - 1) || substr(email, instr(email, '@'))
    ELSE email
  END AS address
FROM trimmed;

BEGIN;
INSERT OR IGNORE INTO signatures
SELECT
  line, address, full_name, email, job_title, team, location,
  CASE sign_as WHEN 'named' THEN 'named' ELSE 'role' END, signed_on, 0
FROM judged WHERE fault IS NULL
ORDER BY line;

INSERT OR IGNORE INTO signatures
SELECT
  line, judged.address, judged.full_name, judged.email, judged.job_title, judged.team, judged.location,
  CASE sign_as WHEN 'named' THEN 'named' ELSE 'role' END, judged.signed_on, 1
FROM judged JOIN signatures AS first ON first.address = judged.address AND first.held = 0
WHERE fault IS NULL
  AND NOT EXISTS (SELECT 1 FROM signatures WHERE id = line)
  AND first.full_name <> judged.full_name
ORDER BY line;
COMMIT;
