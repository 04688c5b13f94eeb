#!/usr/bin/env python3
"""The end of contracts once more, in Python: a table of notice periods, recounted by a program that shares no line
with Picket's.

  check_notice_periods.py [FILE]     a table with the columns notice, period, holidays, effective, why; without FILE
                                     the one that Picket's tests read

`holidays` are days with spaces between. Prints the lines that come out otherwise, and how many lines there were.
Exit status: 0 all come out, 1 some do not, 2 the table cannot be read. Needs Python 3.9 and nothing else.
"""

import calendar
import csv
import datetime
import pathlib
import re
import sys

TABLE = pathlib.Path(__file__).resolve().parent.parent / "Tests/CampaignsTests/Fixtures/notice-periods.csv"
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
ONE_DAY = datetime.timedelta(days=1)


def end_of_month(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def end_of_quarter(day):
    while day.month not in (3, 6, 9, 12):
        day = end_of_month(day) + ONE_DAY
    return end_of_month(day)


def months_later(day, count):
    """Goes from month to month by their first days, then as far into the last as it has days."""
    first = day.replace(day=1)
    for _ in range(count):
        first = end_of_month(first) + ONE_DAY
    return min(first + ONE_DAY * (day.day - 1), end_of_month(first))


def working_days_later(day, count, holidays):
    while count:
        day += ONE_DAY
        if day.weekday() < calendar.SATURDAY and day not in holidays:
            count -= 1
    return day


def effective(notice, period, holidays):
    """The day on which a contract ends, or an error where the period is not read."""
    words = period.lower().split()
    if words in (["none"], ["immediate"], ["at", "once"]):
        return notice
    counted, to, end = " ".join(words).partition(" to ")
    number, _, unit = counted.partition(" ")
    count = NUMBERS.index(number) if number in NUMBERS else int(number)
    unit = unit.rstrip("s")
    if unit == "day":
        day = notice + ONE_DAY * count
    elif unit == "week":
        day = notice + datetime.timedelta(weeks=count)
    elif unit == "month":
        day = months_later(notice, count)
    elif unit in ("working day", "business day"):
        day = working_days_later(notice, count, holidays)
    else:
        raise ValueError(f"no unit: {unit}")
    if not to:
        return day
    if not re.fullmatch(r"(the )?end of ((the|a) )?(month|quarter)", end):
        raise ValueError(f"no end: {end}")
    return end_of_month(day) if end.endswith("month") else end_of_quarter(day)


def main(arguments):
    if len(arguments) > 1:
        print(__doc__, file=sys.stderr)
        return 2
    table = arguments[0] if arguments else TABLE
    count = differing = 0
    try:
        with open(table, encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, restval="")
            for row in rows:
                count += 1
                notice = datetime.date.fromisoformat(row["notice"])
                holidays = {datetime.date.fromisoformat(day) for day in row["holidays"].split()}
                day = effective(notice, row["period"], holidays).isoformat()
                if day != row["effective"]:
                    differing += 1
                    print(f"{table}:{rows.line_num}: {day}, not {row['effective']}: {row['why']}")
    except (OSError, KeyError, ValueError, OverflowError) as error:
        print(f"{table}: after {count} lines: {error}", file=sys.stderr)
        return 2
    print(f"{count} notice periods, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
