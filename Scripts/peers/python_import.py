#!/usr/bin/env python3
"""Python's csv and sqlite3: validates and deduplicates in one pass.

usage: python_import.py SHEET DATABASE REJECTS
"""
import csv
import datetime
import json
import pathlib
import sqlite3
import sys

INSERT = "INSERT INTO signatures VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
VISIBILITIES = {"named": "named", "anonymous": "role"}


def main(sheet, database, rejects):
    connection = sqlite3.connect(database)
    connection.executescript(pathlib.Path(__file__).with_name("schema.sql").read_text())
    counts = dict(rows=0, added=0, duplicates=0, sharedAddress=0, rejected=0)
    with open(sheet, encoding="utf-8", newline="") as rows, open(rejects, "w", encoding="utf-8", newline="") as refused:
        with connection:
            connection.executemany(INSERT, signatures(csv.reader(rows), csv.writer(refused), counts))
    connection.close()
    print(json.dumps(counts))


def signatures(rows, refused, counts):
    """The rows to insert, as they come; what became of all is counted on the way."""
    first_names, held = {}, set()
    refused.writerow(["line", "reason", *next(rows)])
    day_of = datetime.date.fromisoformat
    for row in rows:
        counts["rows"] += 1
        time, name, email, job_title, team, city, country, sign_as, _ = row
        name, email = name.strip(), email.strip().lower()
        try:
            if not name:
                raise ValueError("no name")
            visibility = VISIBILITIES.get(sign_as)
            if visibility is None:
                raise ValueError("unknown visibility")
            signed_on = day_of(time[:10]).isoformat()
            address = normalized(email)
        except ValueError as reason:
            counts["rejected"] += 1
            refused.writerow([rows.line_num, reason, *row])
            continue
        first_name = first_names.get(address)
        if first_name is None:
            first_names[address] = name
            counts["added"] += 1
            is_held = 0
        elif first_name == name or (address, name) in held:
            counts["duplicates"] += 1
            continue
        else:
            counts["sharedAddress"] += 1
            held.add((address, name))
            is_held = 1
        yield address, name, email, job_title, team, f"{city}, {country}", visibility, signed_on, is_held


def normalized(email):
    local, at, domain = email.partition("@")
    if not (local and at) or "@" in domain or "." not in domain.strip(".") or len(email.split()) != 1:
        raise ValueError("no address")
    return local.partition("+")[0] + "@" + domain


if __name__ == "__main__":
    main(*sys.argv[1:])
