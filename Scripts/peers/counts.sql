-- One line of JSON: what became of the sheet's rows.
SELECT json_object(
  'rows', rows, 'added', added, 'duplicates', rows - added - shared - rejected,
  'sharedAddress', shared, 'rejected', rejected)
FROM (
  SELECT
    (SELECT count(*) FROM staging) AS rows,
    (SELECT count(*) FROM signatures WHERE held = 0) AS added,
    (SELECT count(*) FROM signatures WHERE held = 1) AS shared,
    (SELECT count(*) FROM rejected) AS rejected
);
