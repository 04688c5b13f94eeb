#!/usr/bin/env python3
"""What Scripts/benchmark runs once there is a binary; see there."""
import argparse
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from benchmark_ledger import LedgerRows
from benchmark_sources import SourceRows
from measuring import Job, met, say

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent
PEERS = SCRIPTS / "peers"
SEED = 1
PETITION = "letter-1"
SETTING_UP = (
    ("campaign", "create", "no-contract", "--title", "No contract"),
    ("target", "add", "nimbus", "--name", "Nimbus Cloud", "--domain", "nimbus.example"),
    ("petition", "create", PETITION, "--campaign", "no-contract", "--target", "nimbus", "--title", "Cancel the contract",
     "--letter", "letter.md"),
    ("petition", "open", PETITION),
)


def main():
    options = parsed_options()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="picket-benchmark-"))
    try:
        right = Benchmark(folder, options).run()
    finally:
        if options.keep:
            say(f"Everything is in {folder}")
        else:
            shutil.rmtree(folder)
    sys.exit(0 if right else 1)


def parsed_options():
    parser = argparse.ArgumentParser(prog="Scripts/benchmark")
    parser.add_argument("--picket", required=True, type=pathlib.Path)
    parser.add_argument("--all-peers", action="store_true")
    parser.add_argument("--rows", type=natural, default=1_000_000)
    parser.add_argument("--runs", type=natural, default=3)
    parser.add_argument("--drill", required=True, type=pathlib.Path)
    parser.add_argument("--ledger-only", action="store_true")
    parser.add_argument("--sources-only", action="store_true")
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def natural(text):
    number = int(text.replace(",", ""))
    if number < 1:
        raise ValueError
    return number


class Benchmark:
    def __init__(self, folder, options):
        self.folder, self.options = folder, options
        self.key = folder / "picket.key"
        self.environment = dict(
            os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", PICKET_KEY_FILE=str(self.key), XDG_CONFIG_HOME=str(folder))
        self.environment.pop("PICKET_DB", None)
        self.wrong = []

    def run(self):
        rows, runs = self.options.rows, self.options.runs
        say(f"Making a sheet of {rows:,} rows ...")
        sheet, expected = self.make_sheet("sheet.csv", rows)
        sources = SourceRows(self, sheet)
        if self.options.sources_only:
            sources.run()
            sources.print()
            for problem in self.wrong:
                print(f"WRONG: {problem}")
            return not self.wrong
        self.found_office()
        imports, exports = self.jobs(sheet)
        ledger = LedgerRows(self)
        if self.options.ledger_only:
            imports[0].run(self.folder, self.environment)
            ledger.run()
            ledger.print()
            return not self.wrong
        for run in range(1, runs + 1):
            for job in imports + exports:
                say(f"Run {run} of {runs}: {job.name} ...")
                job.run(self.folder, self.environment)
        ledger.run()
        sources.run()
        small = self.small_jobs()

        print(f"\n{rows:,} rows, {sheet.stat().st_size / 1e6:,.0f} MB; medians of {runs}, interleaved; {os.cpu_count()} cores")
        by_name = {job.name: job for job in imports + exports}
        self.print_table("import", imports, by_name["Python csv + sqlite3"], "Python's", "picket import, sealed", 1.3, 400)
        self.print_table(
            "sorted export", exports, by_name["sqlite3 shell, sorted by bytes"], "sqlite3's",
            "picket export, by collation", 2.0, 600)
        ledger.print()
        sources.print()
        self.print_small(small)
        self.check_counts(imports, exports, expected)
        print(
            "\nPicket seals every row, has the disk confirm its commit (synchronous=EXTRA) and sorts by the language's"
            "\nrules. The peers seal nothing and run with their own defaults: SQLite with a rollback journal and"
            "\nsynchronous=FULL, DuckDB with its own log; they sort by bytes.")
        for problem in self.wrong:
            print(f"WRONG: {problem}")
        return not self.wrong

    # What is measured

    def jobs(self, sheet):
        python = sys.executable
        imports = [
            Job("picket import, sealed",
                [self.options.picket, "signature", "import", PETITION, sheet, "--verified", "badge", "--db", "picket.db",
                 "--json"],
                self.new_office("picket.db", "sheet.rejects"), says_counts=True),
            self.peer_import("Python csv + sqlite3", [python, PEERS / "python_import.py"], sheet, "python"),
            self.peer_import("sqlite3 shell, .import + SQL", [PEERS / "sqlite3_import"], sheet, "sqlite3"),
            Job("sqlite3 shell, .import alone", [PEERS / "sqlite3_raw_import", sheet, "raw.db"], self.fresh("raw.db")),
        ]
        exports = [
            self.picket_export("picket export, by collation", "organizers"),
            self.picket_export("picket export, public list", "public"),
            self.peer_export("Python sqlite3 + csv, by bytes", [python, PEERS / "python_export.py"], "python"),
            self.peer_export("sqlite3 shell, sorted by bytes", [PEERS / "sqlite3_export"], "sqlite3"),
        ]
        if self.options.all_peers:
            python = self.environment_of_peers()
            imports += [
                self.peer_import("sqlite-utils + SQL", [python, PEERS / "sqlite_utils_import.py"], sheet, "sqlite-utils"),
                self.peer_import("DuckDB", [python, PEERS / "duckdb_import.py"], sheet, "duckdb"),
            ]
            exports.append(self.peer_export("DuckDB, by bytes", [python, PEERS / "duckdb_export.py"], "duckdb"))
        return imports, exports

    def peer_import(self, name, command, sheet, stem):
        return Job(
            name, [*command, sheet, f"{stem}.db", f"{stem}.rejects.csv"], self.fresh(f"{stem}.db", f"{stem}.rejects.csv"),
            says_counts=True)

    def peer_export(self, name, command, stem):
        return Job(name, [*command, f"{stem}.db", f"{stem}.list.csv"], self.fresh(f"{stem}.list.csv"))

    def picket_export(self, name, audience):
        target = f"picket.{audience}.csv"
        return Job(
            name,
            [self.options.picket, "export", PETITION, "--format", "csv", "--for", audience, "--sort", "name", "-o", target,
             "--db", "picket.db"],
            self.fresh(target))

    def small_jobs(self):
        say("The small jobs ...")
        sheet, _ = self.make_sheet("small.csv", 1_000)
        small = [
            Job("import of 1,000 rows, from a cold start with a key file",
                [self.options.picket, "signature", "import", PETITION, sheet, "--verified", "badge", "--db", "small.db"],
                self.new_office("small.db", "small.rejects")),
            Job("picket --help", [self.options.picket, "--help"]),
        ]
        for _ in range(11):
            for job in small:
                job.run(self.folder, self.environment)
        return small

    # What it needs

    def make_sheet(self, name, rows):
        sheet = self.folder / name
        subprocess.run(
            [sys.executable, SCRIPTS / "gen_signatories.py", str(rows), str(SEED), sheet], check=True,
            stdout=subprocess.DEVNULL)
        counts = json.loads(pathlib.Path(f"{sheet}.json").read_text())
        held = counts["shared_address"]
        return sheet, dict(
            rows=rows, added=counts["unique"], duplicates=counts["duplicate"] - held, sharedAddress=held,
            rejected=counts["invalid"])

    def found_office(self):
        """An empty office with an open petition, to be copied for each run."""
        (self.folder / "letter.md").write_text("# Cancel the contract\n\nWe ask you to cancel it.\n")
        self.picket("init", "--key-file", str(self.key), "--db", "empty.db")
        for command in SETTING_UP:
            self.picket(*command, "--db", "empty.db")

    def picket(self, *arguments):
        done = subprocess.run(
            [self.options.picket, *arguments], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"error: picket {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")

    def new_office(self, database, rejects):
        def prepare():
            self.fresh(database, rejects)()
            shutil.copyfile(self.folder / "empty.db", self.folder / database)
        return prepare

    def fresh(self, *names):
        def prepare():
            for name in names:
                for path in self.folder.glob(name + "*"):
                    path.unlink()
        return prepare

    def environment_of_peers(self):
        say("Installing sqlite-utils and DuckDB into a throw-away environment ...")
        home = self.folder / "environment"
        python = home / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "sqlite-utils", "duckdb"],
                       check=True)
        return python

    # What comes out

    def print_table(self, title, jobs, base, whose, ours, most_ratio, most_memory):
        print(f"\n{title:<34}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'to ' + whose:>14}")
        unit = base.median()
        for job in jobs:
            wall, memory = job.median(), max(job.memory)
            print(job.row(unit))
            if job.name == ours:
                verdict = [
                    met(f"ratio {most_ratio:.2f}", wall / unit <= most_ratio), met(f"{most_memory} MB", memory <= most_memory)]
        print(f"  targets for the first: {', '.join(verdict)}")

    def print_small(self, jobs):
        print(f"\n{'small jobs':<58}{'wall ms':>9}")
        for job, most in zip(jobs, (200, 20)):
            wall = job.median() * 1000
            print(f"  {job.name:<56}{wall:>9.1f}  target: {met(f'{most} ms', wall <= most)}")

    def check_counts(self, imports, exports, expected):
        print(f"\n{'counts':<34}" + "".join(f"{key:>15}" for key in expected))
        print(f"  {'the sheet has':<32}" + "".join(f"{count:>15,}" for count in expected.values()))
        for job in imports:
            if job.counts is None:
                continue
            counts = {key: job.counts.get(key) for key in expected}
            print(f"  {job.name:<32}" + "".join(f"{count:>15,}" for count in counts.values()))
            if counts != expected:
                self.wrong.append(f"the counts of {job.name} are not the sheet's")
        print()
        for job in exports:
            path = self.folder / next(part for part in job.command if part.endswith(".csv"))
            with open(path, encoding="utf-8-sig", newline="") as file:
                lines = sum(1 for _ in csv.reader(file)) - 1
            print(f"  {job.name:<32}{lines:>15,} lines")
            if job.name != "picket export, public list" and lines != expected["added"]:
                self.wrong.append(f"the list of {job.name} has {lines:,} lines, not {expected['added']:,}")


if __name__ == "__main__":
    main()
