"""What the benchmark says of the ledger: checkpoints, receipts, deliveries, and the check of all of it.

The limit that everything is compared with is `sha256sum` over as many bytes as the leaves have with the byte that each
is hashed with (75 each): a ledger cannot be hashed faster than its leaves.
"""
import json
import os
import shutil
import subprocess
import sys

from measuring import Job, met, say

PETITION = "letter-1"
BYTES_OF_LEAF = 75


class LedgerRows:
    """The ledger's part of a benchmark, over the office that the import left behind."""

    def __init__(self, benchmark):
        self.benchmark = benchmark
        self.folder, self.picket, self.rows = benchmark.folder, benchmark.options.picket, benchmark.options.rows
        self.large, self.large_leaves = [], 0
        self.delivery, self.delivery_leaves = [], 0
        self.small = []

    def run(self):
        self.prepare()
        for run in range(1, self.benchmark.options.runs + 1):
            for job in self.large + self.delivery:
                say(f"Run {run} of {self.benchmark.options.runs}: {job.name} ...")
                job.run(self.folder, self.benchmark.environment)
        self.check()
        self.small = self.small_jobs()
        for _ in range(11):
            for job in self.small:
                job.run(self.folder, self.benchmark.environment)

    def prepare(self):
        say("Preparing the ledger's jobs ...")
        benchmark = self.benchmark
        # Each checkpoint is made in a fresh copy of the office in which every leaf still waits.
        shutil.copyfile(self.folder / "picket.db", self.folder / "queued.db")
        self.large_leaves = self.queued("queued.db")
        self.large = [
            self.job("checkpoint", "checkpoint, all new", [PETITION, "-o", "checkpoint"], self.copy("queued.db")),
            self.sum("leaves.bytes", self.large_leaves),
            self.job("doctor", "doctor", ["--checkpoint", "checkpoint"]),
        ]
        sheet, _ = benchmark.make_sheet("delivered.csv", max(1, self.rows * 3 // 10))
        benchmark.new_office("delivered.db", "delivered.rejects")()
        benchmark.picket("signature", "import", PETITION, str(sheet), "--verified", "badge", "--db", "delivered.db")
        self.delivery_leaves = self.queued("delivered.db")
        self.delivery = [
            self.job("petition", "petition deliver", ["deliver", PETITION, "-o", "delivery"], self.copy("delivered.db")),
            Job("picket verify of the delivery", [self.picket, "verify", "delivery", "--json"], says_counts=True),
            self.sum("delivered.bytes", self.delivery_leaves),
        ]

    def small_jobs(self):
        say("Receipts ...")
        self.copy("queued.db")()
        self.benchmark.picket("checkpoint", PETITION, "-o", "checkpoint", "--db", "ledger.db")
        return [
            self.job("tally", "tally", [PETITION]),
            self.job("receipt", "receipt", [PETITION, self.first_signature(), "-o", "receipt"],
                     self.benchmark.fresh("receipt")),
        ]

    # What it needs

    def job(self, command, name, arguments, prepare=lambda: None):
        return Job(f"picket {name}", [self.picket, command, *arguments, "--db", "ledger.db"], prepare)

    def sum(self, name, leaves):
        with open(self.folder / name, "wb") as file:
            for _ in range(leaves):
                file.write(os.urandom(BYTES_OF_LEAF))
        return Job(f"sha256sum of {leaves * BYTES_OF_LEAF / 1e6:,.1f} MB", ["sha256sum", name])

    def copy(self, office):
        """The office is fresh, and what is made from it is not there yet."""
        def prepare():
            self.benchmark.fresh("ledger.db", "checkpoint")()
            shutil.rmtree(self.folder / "delivery", ignore_errors=True)
            shutil.copyfile(self.folder / office, self.folder / "ledger.db")
        return prepare

    def queued(self, office):
        counted = subprocess.run(
            ["sqlite3", self.folder / office, "SELECT count(*) FROM ledger_queue"], check=True, capture_output=True)
        return int(counted.stdout)

    def first_signature(self):
        """The identifier of the first signature of the list, which need not be read to its end."""
        with subprocess.Popen(
                [self.picket, "signature", "list", PETITION, "--json", "--db", "ledger.db"], cwd=self.folder,
                env=self.benchmark.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as listing:
            listing.stdout.readline()
            line = listing.stdout.readline()
            listing.kill()
        if not line:
            sys.exit("error: picket signature list shows no signature")
        return json.loads(line.rstrip(",\n"))["id"]

    def check(self):
        if not self.delivery[1].counts["holds"]:
            self.benchmark.wrong.append("the delivery does not verify")

    # What comes out

    def print(self):
        self.print_table("ledger", self.large_leaves, self.large, self.large[1])
        scale = self.rows / 1e6
        checkpoint = self.large[0].median()
        print(f"  target for the first: {met(f'{2 * scale:.2g} s', checkpoint <= 2 * scale)}")
        self.print_table("delivery", self.delivery_leaves, self.delivery, self.delivery[2])
        verify = self.delivery[1].median()
        print(f"  target for verify: {met(f'{3 * scale:.2g} s', verify <= 3 * scale)}")
        tally, receipt = (job.median() * 1000 for job in self.small)
        print(f"\n{'receipt, of a ledger of ' + format(self.large_leaves + 1, ',') + ' leaves':<58}{'wall ms':>9}")
        print(f"  {'picket tally':<56}{tally:>9.1f}")
        print(f"  {'picket receipt':<56}{receipt:>9.1f}")
        print(f"  {'difference':<56}{receipt - tally:>9.1f}  target: {met('10 ms', receipt - tally < 10)}")
        print("\nThe import above queues a leaf for each signature: its time is that of an import with its ledger.")

    def print_table(self, title, leaves, jobs, limit):
        print(f"\n{f'{title}, {leaves:,} leaves':<34}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'to sha256sum':>14}")
        for job in jobs:
            print(job.row(limit.median()))
