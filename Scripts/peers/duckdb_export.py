#!/usr/bin/env python3
"""DuckDB: the list sorted by name, in the order of bytes.

usage: duckdb_export.py DATABASE LIST
"""
import sys

import duckdb

database, target = sys.argv[1:]
connection = duckdb.connect(database, read_only=True)
connection.execute(
    "COPY (SELECT full_name, job_title, '' AS affiliation, location, 'employee' AS cohort, visibility, signed_on"
    " FROM signatures WHERE NOT held ORDER BY full_name) TO '" + target.replace("'", "''") + "' (HEADER)"
)
