#!/usr/bin/env python3
"""Make a sign-up sheet of invented signers, the same bytes for the same arguments.

usage: gen_signatories.py ROWS SEED OUT.csv

Writes OUT.csv, and OUT.csv.json: the counts that a correct import of the sheet has to arrive at.
Needs nothing but Python 3.8 or later.

The sheet is RFC 4180 in UTF-8, without a byte order mark, its records ended by LF. Its columns are Timestamp, Name,
Email, Job title, Team, City, Country, Sign as ("named" or "anonymous") and Comment.

Two addresses are the same when they are equal after white space around them is cut, letters are lowered, and the
local part is cut at its first "+". Dots count. Every row is one of

  unique     a valid address that no earlier row has;
  duplicate  the address of an earlier unique row, mostly in another spelling. The rest of the row may differ, and so
             may the name: "shared_address" counts the pairs of an address and a name that is not its first one;
  invalid    one fault: an empty address, one without "@", one whose domain has no ".", one with a space in it, an
             empty name, or "maybe" under "Sign as". Its address is never that of a valid row.

So what has to stand after an import in which the first row wins is one signature for each unique row. About 3 % of
the rows are duplicates and 0.5 % are invalid; the first row is always unique.
"""
import csv
import hashlib
import io
import json
import random
import sys
import time

HEADER = ("Timestamp", "Name", "Email", "Job title", "Team", "City", "Country", "Sign as", "Comment")
FIRST_TIME = 1551340800  # 2019-02-28T08:00:00Z
ROWS_A_WRITE = 20_000

FIRST_NAMES = (
    "Anna Bob Carla Dinesh Elif Femi Göran Hélène Ivo José Keiko Łukasz María Nguyễn Olu Petra Quentin Rosa Søren "
    "Tomás Ursula Václav Wanjiru Xavier Yael Zoë Åsa Björk Chloé Đặng Émile Fatima 李娜 王伟 佐藤 さくら 김민준 이서연 "
    "Мария Иван Олена Γιώργος Ελένη محمد فاطمة דוד נועה अमित प्रिया ธนา ქეთი Արամ"
).split()
LAST_NAMES = tuple(
    name.replace("_", " ")
    for name in (
        "Smith Müller García O'Brien Nowak Kowalska Nakamura Öztürk Ibrahim van_der_Berg Dvořák Žižek Þórsson "
        "Castro-López Ekström D'Angelo Jónsdóttir Trần Phạm Chukwu Okafor Singh Patel Sharma Khan Cohen Levi 张 刘 陈 "
        "田中 鈴木 박 최 Иванова Шевченко Παπαδόπουλος الحسن כהן शर्मा"
    ).split()
)
JOBS = (
    "Software Engineer", "Senior Software Engineer", "Staff Engineer", "Program Manager", "Researcher", "UX Designer",
    "Data Scientist", "Technical Writer", "Contractor, Data Labeling", "Content Reviewer", "Data-center Technician",
    "Security Guard (vendor)", "Cafeteria Worker", "Recruiter", '"Acting" Manager', "Ingénieure logiciel",
    "ソフトウェアエンジニア",
)
TEAMS = (
    "Cloud", "Search", "Ads", "Maps", "Mixed Reality", "Devices", "Security", "Legal, Compliance", "People Ops",
    "Research", "Games", "Office", "Infra", "",
)
PLACES = (
    ("Seattle", "United States"), ("San Francisco", "United States"), ("New York", "United States"),
    ("Zürich", "Switzerland"), ("München", "Germany"), ("Kraków", "Poland"), ("São Paulo", "Brazil"),
    ("Dublin", "Ireland"), ("London", "United Kingdom"), ("Bengaluru", "India"), ("東京", "Japan"),
    ("서울", "South Korea"), ("Sydney", "Australia"), ("Montréal", "Canada"), ("Washington, D.C.", "United States"),
    ("Nairobi", "Kenya"), ("תל אביב", "Israel"), ("القاهرة", "Egypt"),
)
DOMAINS = ("example.com", "example.org", "corp.example", "mail.example", "staff.example.net", "gmail.example")
COMMENTS = ("",) * 6 + (
    "I support this.", "Not in my name.", "Proud to sign, with respect.", 'We said "no" and we mean it.',
    "First line\nsecond line", 'Line one,\nwith a comma\n\nand a "quoted" part', "Tech won't build it ✊🏽",
    '=HYPERLINK("http://evil.example","click")', "+1", "-1 for leadership", "@all read this", "私も署名します。",
    "Подписываюсь.", "   leading and trailing   ", "tab\there; semicolon", "Ünïcödé ñ é (combining)",
)
FAULTS = ("empty_email", "no_at", "bad_domain", "space_in_email", "empty_name", "bad_sign_as")
BASE_36 = "abcdefghijklmnopqrstuvwxyz0123456789"


def main(arguments):
    if len(arguments) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    rows, seed, path = int(arguments[0]), int(arguments[1]), arguments[2]
    sheet = Sheet(seed)
    digest, size = write(sheet, rows, path)
    counts = dict(sheet.counts(), rows=rows, seed=seed, bytes=size, sha256=digest)
    with open(path + ".json", "w") as sidecar:
        json.dump(counts, sidecar, indent=1, sort_keys=True)
    print(json.dumps(counts, sort_keys=True))


def write(sheet, rows, path):
    """Write the sheet; its SHA-256 and its size."""
    digest, size = hashlib.sha256(), 0
    text = io.StringIO()
    records = csv.writer(text, lineterminator="\n")
    records.writerow(HEADER)
    with open(path, "wb") as file:
        for start in range(0, rows, ROWS_A_WRITE):
            records.writerows(map(sheet.row, range(start, min(rows, start + ROWS_A_WRITE))))
            size += flush(text, digest, file)
        size += flush(text, digest, file)
    return digest.hexdigest(), size


def flush(text, digest, file):
    written = text.getvalue().encode("utf-8")
    digest.update(written)
    file.write(written)
    text.seek(0)
    text.truncate()
    return len(written)


class Sheet:
    """The rows, to be asked for in order, and the counts of those made so far.

    The bytes depend on the order in which random numbers are drawn. Only random.Random.random() is used: it gives the
    same numbers for the same seed in every Python.
    """

    def __init__(self, seed):
        self.random = random.Random(seed).random
        self.time = FIRST_TIME
        self.known = []  # local part, domain, address as first written, and name of each unique row
        self.shared = set()  # local part, domain and name of what has a name other than its address's first
        self.duplicates = dict(case=0, plus=0, mixed=0, identical=0)
        self.faults = dict.fromkeys(FAULTS, 0)
        self.anonymous = self.comments_with_newline = self.comments_with_quote = 0

    def counts(self):
        addresses = {(local, domain) for local, domain, _, _ in self.known}
        assert len(addresses) == len(self.known), "an address was given out twice"
        return dict(
            unique=len(self.known),
            duplicate=sum(self.duplicates.values()),
            invalid=sum(self.faults.values()),
            duplicate_kinds=self.duplicates,
            invalid_kinds=self.faults,
            shared_address=len(self.shared),
            expected_rows_after_dedupe=len(self.known),
            canonical_email_rule="trim, lower, cut local part at first '+'; first row wins",
            anonymous_rows=self.anonymous,
            comments_with_newline=self.comments_with_newline,
            comments_with_quote=self.comments_with_quote,
        )

    def pick(self, choices):
        return choices[int(self.random() * len(choices))]

    def row(self, number):
        draw, pick = self.random, self.pick
        self.time += int(draw() * 5)
        first_name = pick(FIRST_NAMES)
        name = first_name + " " + pick(LAST_NAMES)
        city, country = pick(PLACES)
        sign_as = "anonymous" if draw() < 0.3 else "named"
        comment = pick(COMMENTS)
        kind = draw()
        if kind < 0.03 and self.known:
            name, address = self.duplicate(name)
        elif kind < 0.035 and number:
            name, address, sign_as = self.invalid(number, name, sign_as)
        else:
            address = self.unique(number, first_name, name)
        self.anonymous += sign_as == "anonymous"
        self.comments_with_newline += "\n" in comment
        self.comments_with_quote += '"' in comment
        moment = "%04d-%02d-%02dT%02d:%02d:%02dZ" % time.gmtime(self.time)[:6]
        return moment, name, address, pick(JOBS), pick(TEAMS), city, country, sign_as, comment

    def unique(self, number, first_name, name):
        # No two rows have the same number, and no base is "bad": that is what the addresses of invalid rows begin with.
        base = "".join(letter for letter in first_name.lower() if "a" <= letter <= "z") or "u"
        domain = self.pick(DOMAINS)
        local = base + (".x" if self.random() < 0.2 else "x") + base_36(number)
        address = local + "@" + domain
        self.known.append((local, domain, address, name))
        return address

    def duplicate(self, other_name):
        draw = self.random
        local, domain, address, name = self.pick(self.known)
        if draw() >= 0.75 and other_name != name:
            name = other_name
            self.shared.add((local, domain, name))
        spelling = int(draw() * 8)
        if spelling < 2:
            self.duplicates["case"] += 1
            address = local.upper() + "@" + domain if draw() < 0.5 else local.capitalize() + "@" + domain.upper()
        elif spelling < 5:
            self.duplicates["plus"] += 1
            address = local + "+petition" + str(int(draw() * 100)) + "@" + domain
        elif spelling < 7:
            self.duplicates["mixed"] += 1
            address = local.upper() + "+News@" + domain.capitalize()
        else:
            self.duplicates["identical"] += 1
        return name, address

    def invalid(self, number, name, sign_as):
        fault = self.pick(FAULTS)
        self.faults[fault] += 1
        local = "bad" + base_36(number)
        address = local + "@" + self.pick(DOMAINS)
        if fault == "empty_email":
            address = ""
        elif fault == "no_at":
            address = local + ".example.com"
        elif fault == "bad_domain":
            address = local + "@localhost"
        elif fault == "space_in_email":
            address = local + " x@example.com"
        elif fault == "empty_name":
            name = "" if self.random() < 0.5 else "  "
        else:
            sign_as = "maybe"
        return name, address, sign_as


def base_36(number):
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = BASE_36[digit] + digits
        if not number:
            return digits


if __name__ == "__main__":
    main(sys.argv[1:])
