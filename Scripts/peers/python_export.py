#!/usr/bin/env python3
"""Python's sqlite3 and csv: the list sorted by name.

usage: python_export.py DATABASE LIST
"""
import csv
import pathlib
import sqlite3
import sys

database, target = sys.argv[1:]
connection = sqlite3.connect(database)
rows = connection.execute(pathlib.Path(__file__).with_name("list.sql").read_text())
with open(target, "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    writer.writerow([column[0] for column in rows.description])
    writer.writerows(rows)
