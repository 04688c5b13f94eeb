"""What the benchmark says of reading: CSV beside Python's csv module, and each source a row beside CSV.

Both read the same file from the same disk cache, take it apart into cells and count them. The rows of the sources are
read, judged and made signatures of; nothing is sealed or stored.
"""
import statistics
import subprocess
import sys

from measuring import met, say

PYTHON = """
import csv, sys, time
start = time.perf_counter()
records = cells = 0
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for record in csv.reader(file):
        records += 1
        cells += len(record)
print(records, cells, time.perf_counter() - start)
"""
# A real parser reads this one: nobody's list of signers is written so from one end to the other.
BEYOND_TARGET = "git-letter, YAML flow"
ONE_FILE_A_SIGNER = "git-letter, front matter"
LEAST_FASTER = 5
MOST_SLOWER = 3


class SourceRows:
    """The readers' part of a benchmark."""

    def __init__(self, benchmark, sheet):
        self.drill, self.runs, self.wrong = benchmark.options.drill, benchmark.options.runs, benchmark.wrong
        self.sheet, self.megabytes = sheet, sheet.stat().st_size / 1e6
        self.rows = 200_000
        self.times = {"picket": [], "Python": []}
        self.sources = {}

    def run(self):
        names = [line.split("\t")[0] for line in self.output(self.drill, "samples").splitlines()]
        self.sources = {name: [] for name in names if name != ONE_FILE_A_SIGNER}
        for run in range(1, self.runs + 1):
            say(f"Run {run} of {self.runs}: reading ...")
            ours = self.output(self.drill, "records", self.sheet).split()
            theirs = self.output(sys.executable, "-c", PYTHON, self.sheet).split()
            if ours[:2] != theirs[:2]:
                self.wrong.append(f"picket finds {ours[:2]} records and cells, Python {theirs[:2]}")
            self.times["picket"].append(float(ours[3]))
            self.times["Python"].append(float(theirs[2]))
            for name, times in self.sources.items():
                rows, refused, _, seconds = self.output(self.drill, "read", name, self.rows).split("\t")
                if (int(rows), int(refused)) != (self.rows, 0):
                    self.wrong.append(f"{name}: {rows} rows were read and {refused} refused of {self.rows}")
                times.append(float(seconds))

    def print(self):
        speed = {name: self.megabytes / statistics.median(times) for name, times in self.times.items()}
        ratio = speed["picket"] / speed["Python"]
        print(f"\n{'CSV into cells':<34}{'MB/s':>9}{'to Python':>14}")
        for name in speed:
            print(f"  {name:<32}{speed[name]:>9.0f}{speed[name] / speed['Python']:>14.1f}")
        print(f"  target for the first: {met(f'{LEAST_FASTER} times', ratio >= LEAST_FASTER)}")
        unit = statistics.median(self.sources["sheet"])
        print(f"\n{'a row of each source':<34}{'µs':>9}{'to CSV':>14}")
        missed = []
        for name, times in self.sources.items():
            time = statistics.median(times)
            print(f"  {name:<32}{time / self.rows * 1e6:>9.2f}{time / unit:>14.1f}")
            if name != BEYOND_TARGET and time / unit > MOST_SLOWER:
                missed.append(name)
        print(f"  target for all but {BEYOND_TARGET}: {met(f'{MOST_SLOWER} times', not missed)} {'; '.join(missed)}")

    def output(self, *command):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"error: {command[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout.strip()
