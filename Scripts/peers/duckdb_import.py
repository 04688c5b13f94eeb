#!/usr/bin/env python3
"""DuckDB, on all cores, into a file of its own.

usage: duckdb_import.py SHEET DATABASE REJECTS
"""
import json
import pathlib
import sys

import duckdb

sheet, database, rejects = sys.argv[1:]
connection = duckdb.connect(database)
connection.execute(
    "CREATE TEMP TABLE staging AS SELECT row_number() OVER () AS line, * FROM read_csv(?, all_varchar = true,"
    " header = true, delim = ',', quote = '\"', escape = '\"', strict_mode = true)",
    [sheet],
)
connection.execute(pathlib.Path(__file__).with_name("duckdb.sql").read_text())
connection.sql("SELECT fault, staging.* FROM judged JOIN staging USING (line) WHERE fault IS NOT NULL").write_csv(rejects)
rows, rejected, added, shared = connection.execute(
    "SELECT count(*), count(fault), (SELECT count(*) FROM signatures WHERE NOT held),"
    " (SELECT count(*) FROM signatures WHERE held) FROM judged"
).fetchone()
connection.close()
print(json.dumps(dict(
    rows=rows, added=added, duplicates=rows - added - shared - rejected, sharedAddress=shared, rejected=rejected)))
