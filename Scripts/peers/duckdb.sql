-- What validate.sql does for SQLite, in DuckDB's way: windows instead of an index.
CREATE TEMP TABLE judged AS
WITH trimmed AS (
  SELECT
    line, trim("Name", E' \t\r\n') AS full_name, lower(trim("Email", E' \t\r\n')) AS email, "Sign as" AS sign_as,
    CAST(try_cast("Timestamp" AS TIMESTAMP) AS DATE) AS signed_on,
    "Job title" AS job_title, "Team" AS team, "City" || ', ' || "Country" AS location
  FROM staging
)
SELECT
  *,
  CASE
    WHEN full_name IS NULL OR full_name = '' THEN 'no name'
    WHEN sign_as NOT IN ('named', 'anonymous') THEN 'unknown visibility'
    WHEN signed_on IS NULL THEN 'no date'
    WHEN email IS NULL OR NOT regexp_full_match(email, '[^@\s]+@[^@\s]+\.[^@\s]+') THEN 'no address'
  END AS fault,
  regexp_replace(email, '\+[^@]*@', '@') AS address
FROM trimmed;

CREATE TABLE signatures AS
WITH ranked AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY address ORDER BY line) AS at_address,
    first(full_name) OVER (PARTITION BY address ORDER BY line) AS first_name,
    row_number() OVER (PARTITION BY address, full_name ORDER BY line) AS under_name
  FROM judged WHERE fault IS NULL
)
SELECT
  line AS id, address, full_name, email, job_title, team, location,
  CASE sign_as WHEN 'named' THEN 'named' ELSE 'role' END AS visibility, signed_on,
  at_address > 1 AS held
FROM ranked
WHERE at_address = 1 OR (full_name <> first_name AND under_name = 1);
