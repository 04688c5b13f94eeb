-- The list sorted by name, with the columns of Picket's.
SELECT full_name, job_title, '' AS affiliation, location, 'employee' AS cohort, visibility, signed_on
FROM signatures WHERE held = 0
ORDER BY full_name;
