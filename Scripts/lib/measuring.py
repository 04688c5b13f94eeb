"""How the benchmark's jobs are run and measured."""
import json
import os
import statistics
import subprocess
import sys
import time


def say(text):
    print(text, file=sys.stderr, flush=True)


class Job:
    """A command that is measured, and what it took, run by run."""

    def __init__(self, name, command, prepare=lambda: None, says_counts=False):
        self.name, self.command, self.prepare, self.says_counts = name, [str(part) for part in command], prepare, says_counts
        self.wall, self.cpu, self.memory = [], [], []
        self.counts = None
        self.lines = None

    def run(self, folder, environment):
        self.prepare()
        os.sync()  # What others have left to write is not this one's.
        with open(folder / "out", "w+b") as out, open(folder / "err", "w+b") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                self.command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall.append(time.perf_counter() - start)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            errors.seek(0)
            if process.returncode != 0:
                sys.exit(f"error: {self.name} ended with {process.returncode}: {errors.read().decode(errors='replace')}")
            if self.says_counts:
                self.counts = json.loads(out.read())
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)

    def median(self):
        return statistics.median(self.wall)

    def row(self, unit):
        """The job's line of a table; its time is compared with the unit's."""
        wall = self.median()
        return f"  {self.name:<32}{wall:>9.2f}{statistics.median(self.cpu):>9.2f}{max(self.memory):>9.0f}{wall / unit:>14.2f}"


def met(target, is_met):
    return f"{target} {'met' if is_met else 'MISSED'}"
