#!/usr/bin/env python3
"""sqlite-utils: its insert_all into a staging table, then the SQL that the sqlite3 shell runs.

usage: sqlite_utils_import.py SHEET DATABASE REJECTS
"""
import csv
import pathlib
import sys

import sqlite_utils

here = pathlib.Path(__file__).parent
sheet, database, rejects = sys.argv[1:]
connection = sqlite_utils.Database(database)
connection.executescript((here / "schema.sql").read_text())
# In one transaction: by itself it commits every hundred rows or so.
with open(sheet, encoding="utf-8", newline="") as rows, connection.atomic():
    connection["staging"].insert_all(csv.DictReader(rows), batch_size=10_000)
connection.executescript((here / "validate.sql").read_text())
connection.execute(
    "CREATE TEMP TABLE rejected AS"
    " SELECT fault, staging.* FROM judged JOIN staging ON staging.rowid = line WHERE fault IS NOT NULL"
)
refused = connection.execute("SELECT * FROM rejected")
with open(rejects, "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    writer.writerow([column[0] for column in refused.description])
    writer.writerows(refused)
((counts,),) = connection.execute((here / "counts.sql").read_text())
connection["staging"].drop()
print(counts)
