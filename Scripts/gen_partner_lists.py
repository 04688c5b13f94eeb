#!/usr/bin/env python3
"""Make five partners' lists of invented supporters in five formats, the same bytes for the same arguments.

usage: gen_partner_lists.py ROWS SEED FOLDER

Writes into FOLDER, which has to be there, each with ROWS rows:

  google-forms.csv    answers of a form: times, long questions as headers, line breaks within answers
  action-network.csv  a report with tags in one cell
  speakout.csv        UTF-16LE with a byte order mark, each row one cell shorter than the header
  proca.csv           with a message of several lines
  osdi.json           one page of signatures with their persons

and counts.json: what a correct import of the five, in this order and in one run, has to arrive at. "pairs" counts, for
each two lists, the addresses that stand in both. Needs nothing but Python 3.8 or later.

Of each list about 1 % of the rows are bad (an address that is empty, has no "@" or no dot in its domain, or an empty
name), and 0.5 % repeat an address of the same list. 8 % of each list but the first are people of lists before it, a few
of them of all five; their addresses are mostly in another spelling, which is the same once white space is cut, letters
are lowered and what follows a "+" is cut. Names of one address are equal, so nobody is held.
"""
import csv
import io
import json
import os
import random
import sys
import time

LISTS = ("google-forms.csv", "action-network.csv", "speakout.csv", "proca.csv", "osdi.json")
FIRST_TIME = 1532563200  # 2018-07-26T00:00:00Z
FIRST_NAMES = (
    "Anna Bob Carla Dinesh Elif Femi Göran Hélène Ivo José Keiko Łukasz María Nguyễn Olu Petra Quentin Rosa Søren Tomás "
    "Ursula Václav Wanjiru Xavier Yael Zoë 李娜 Мария Иван Ελένη فاطمة דוד अमित"
).split()
LAST_NAMES = (
    "Smith Müller García O'Brien Nowak Nakamura Öztürk Ibrahim Dvořák Okafor Singh Patel Khan Cohen 张 Иванова Шевченко "
    "Παπαδόπουλος الحسن שמיר Castro-López"
).split()
CITIES = ("Seattle", "Zürich", "Kraków", "São Paulo", "Nairobi", "Sydney", "東京", "Bengaluru", "Dublin", "Lima")


def main(arguments):
    if len(arguments) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    rows, seed, folder = int(arguments[0]), int(arguments[1]), arguments[2]
    os.makedirs(folder, exist_ok=True)
    draw = random.Random(seed).random
    lists = Lists(rows, draw)
    for number, name in enumerate(LISTS):
        data = WRITERS[number](lists.rows(number))
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    counts = dict(lists.counts(), rows=rows * len(LISTS), seed=seed)
    with open(os.path.join(folder, "counts.json"), "w") as file:
        json.dump(counts, file, indent=1, sort_keys=True)
    print(json.dumps(counts, sort_keys=True))


class Row:
    def __init__(self, first, last, address, city, seconds, note):
        self.first, self.last, self.address, self.city = first, last, address, city
        self.time, self.note = time.gmtime(seconds), note


class Lists:
    """The rows of each list, to be asked for in order, and the counts of those made so far."""

    def __init__(self, size, draw):
        self.size, self.draw = size, draw
        self.people = []  # (first, last, local part, domain) of every person so far
        self.members = []  # of each list the numbers of its people
        self.files = []

    def pick(self, choices):
        return choices[int(self.draw() * len(choices))]

    def rows(self, number):
        bad, within = self.size // 100, self.size // 200
        before = sum(map(len, self.members))
        overlap = self.size * 8 // 100 if number else 0
        fresh = self.size - bad - within - overlap
        if before and overlap:
            # A few of the first list stand in every one.
            common = list(range(min(overlap, self.size // 200)))
            chosen = set(common)
            while len(chosen) < overlap:
                chosen.add(int(self.draw() * len(self.people)))
            shared = sorted(chosen)
        else:
            shared = []
        first_new = len(self.people)
        for index in range(first_new, first_new + fresh):
            self.people.append(
                (self.pick(FIRST_NAMES), self.pick(LAST_NAMES), "p%d" % index, "mail%d.example" % (index % 7))
            )
        mine = shared + list(range(first_new, first_new + fresh))
        entries = [(person, False) for person in mine] + [(self.pick(mine), False) for _ in range(within)]
        entries += [(None, True)] * bad
        # Shuffled by hand: random.shuffle has not drawn the same in every Python.
        for place in range(len(entries) - 1, 0, -1):
            other = int(self.draw() * (place + 1))
            entries[place], entries[other] = entries[other], entries[place]
        self.members.append(set(mine))
        self.files.append(
            {
                "file": LISTS[number], "rows": len(entries), "rejected": bad, "added": fresh,
                "duplicates": len(shared) + within, "duplicatesWithin": within,
            }
        )
        return [self.row(person, is_bad, place) for place, (person, is_bad) in enumerate(entries)]

    def row(self, person, is_bad, place):
        seconds = FIRST_TIME + place * 7
        note = "" if self.draw() < 0.8 else self.pick(("Not in my name.", "Line one\nline two", 'We said "no", twice'))
        city = self.pick(CITIES)
        if is_bad:
            fault = self.pick(("empty", "no_at", "no_dot", "no_name"))
            address = {"empty": "", "no_at": "nowhere%d.example" % place, "no_dot": "bad%d@nowhere" % place}.get(
                fault, "nameless%d@mail.example" % place
            )
            first, last = ("", "") if fault == "no_name" else ("Bad", "Row")
            return Row(first, last, address, city, seconds, note)
        first, last, local, domain = self.people[person]
        spelling = self.draw()
        if spelling < 0.1:
            local, domain = local.upper(), domain.title()
        elif spelling < 0.15:
            local += "+petition"
        address = "%s@%s" % (local, domain)
        return Row(first, last, " %s " % address if spelling > 0.97 else address, city, seconds, note)

    def counts(self):
        pairs = []
        for one in range(len(LISTS)):
            for other in range(one + 1, len(LISTS)):
                both = len(self.members[one] & self.members[other])
                if both:
                    pairs.append({"one": LISTS[one], "other": LISTS[other], "duplicates": both})
        return {
            "files": self.files, "pairs": pairs, "people": len(self.people),
            "everywhere": len(set.intersection(*self.members)),
            "rejected": sum(file["rejected"] for file in self.files),
            "duplicates": sum(file["duplicates"] for file in self.files),
        }


def sheet(header, rows, line_break):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_break)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def stamp(row, form):
    return time.strftime(form, row.time)


def google_forms(rows):
    header = (
        "Timestamp", "Email Address", "What is your full name?", "Which city do you live in?",
        "Is there anything that you would like to tell us?",
    )

    def cells(row):
        moment = row.time
        when = "%d/%d/%d %d:%02d:%02d" % (
            moment.tm_mon, moment.tm_mday, moment.tm_year, moment.tm_hour, moment.tm_min, moment.tm_sec,
        )
        return when, row.address, ("%s %s" % (row.first, row.last)).strip(), row.city, row.note

    return sheet(header, map(cells, rows), "\n").encode("utf-8")


def action_network(rows):
    header = (
        "uuid", "first_name", "last_name", "email", "zip_code", "can2_user_city", "can2_state_abbreviated",
        "can2_phone", "can2_user_tags", "can2_subscription_status", "can2_subscription_date",
    )
    lines = (
        (
            "00000000-0000-4000-8000-%012d" % number, row.first, row.last, row.address, "98101", row.city, "WA",
            "+1 206 555 0100", "petition, volunteer", "subscribed", stamp(row, "%Y-%m-%d"),
        )
        for number, row in enumerate(rows)
    )
    return sheet(header, lines, "\r\n").encode("utf-8")


def speakout(rows):
    header = (
        "Signature ID", "Petition ID", "Honorific", "First Name", "Last Name", "Email Address", "Address", "City",
        "State", "Postal Code", "Country", "Email Opt-in", "Date Signed", "Confirmation code", "Confirmed",
        "Custom Message", "Language", "IP Address", "Anonymise",
    )
    lines = (
        (
            number + 1, 3, "", row.first, row.last, row.address, "", row.city, "", "", "", "1",
            stamp(row, "%Y-%m-%d %H:%M:%S"), "c0ffee%06d" % number, "1", row.note, "en_US", "192.0.2.7",
        )
        for number, row in enumerate(rows)
    )
    return b"\xff\xfe" + sheet(header, lines, "\r\n").encode("utf-16-le")


def proca(rows):
    header = (
        "first_name", "last_name", "email", "area", "campaign_name", "target_name", "msg_subject", "msg_body",
        "created_at",
    )
    lines = (
        (
            row.first, row.last, row.address, row.city, "no-contract", "Nimbus Cloud", "Cancel it",
            "Dear sirs,\n\nplease cancel the contract.", stamp(row, "%Y-%m-%dT%H:%M:%SZ"),
        )
        for row in rows
    )
    return sheet(header, lines, "\n").encode("utf-8")


def osdi(rows):
    signatures = [
        {
            "identifiers": ["picket_test:%d" % number],
            "action_date": stamp(row, "%Y-%m-%dT%H:%M:%SZ"),
            "comments": row.note,
            "referrer_data": {"source": "widget", "website": "partner.example"},
            "_embedded": {
                "osdi:person": {
                    "given_name": row.first, "family_name": row.last,
                    "email_addresses": [{"primary": True, "address": row.address}],
                    "postal_addresses": [{"primary": True, "locality": row.city}],
                }
            },
        }
        for number, row in enumerate(rows)
    ]
    page = {
        "total_pages": 1, "per_page": len(signatures), "page": 1, "total_records": len(signatures),
        "_embedded": {"osdi:signatures": signatures},
    }
    return json.dumps(page, ensure_ascii=False).encode("utf-8")


WRITERS = (google_forms, action_network, speakout, proca, osdi)

if __name__ == "__main__":
    main(sys.argv[1:])
