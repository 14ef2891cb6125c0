#!/usr/bin/env python3
"""Measures Espalier and other libraries in turn; started by bench/run."""

import argparse
import contextlib
import csv
import importlib
import json
import os
import pathlib
import signal
import sys
import tempfile
import time
import traceback

import machine
import report
from measurement import ROOT, Bench

WORKLOADS = ("startup", "headline", "convolution", "controllers", "engine", "comparisons")
COLUMNS = ("workload", "case", "size", "program", "round", "quantity", "value")
ACCURACY_COLUMNS = ("case", "program", "network", "accuracy")


class Results:
    """The files of raw data. Rows of a workload replace those of an earlier run."""

    def __init__(self, folder, workloads):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.rows = [row for row in self.read("measurements.csv") if row["workload"] not in workloads]
        self.accuracies = [] if "headline" in workloads else self.read("accuracies.csv")
        machines = folder / "machine.json"
        known = json.loads(machines.read_text()) if machines.exists() else {}
        self.machines = {name: text for name, text in known.items() if name not in workloads}

    def read(self, name):
        path = self.folder / name
        if not path.exists():
            return []
        with path.open(newline="") as lines:
            return list(csv.DictReader(lines))

    def add_accuracies(self, rows):
        """Adds rows of case, program, network and accuracy, and empties the list."""
        self.accuracies += [dict(zip(ACCURACY_COLUMNS, row)) for row in rows]
        rows.clear()

    def write(self):
        self.write_rows("measurements.csv", COLUMNS, self.rows)
        self.write_rows("accuracies.csv", ACCURACY_COLUMNS, self.accuracies)
        (self.folder / "machine.json").write_text(json.dumps(self.machines, indent=1, sort_keys=True) + "\n")
        (self.folder / "README.md").write_text(report.page(self.rows, self.accuracies, self.machines))

    def write_rows(self, name, columns, rows):
        if rows:
            with (self.folder / name).open("w", newline="") as out:
                writer = csv.DictWriter(out, columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def measure(case, rounds, deadline, results):
    """Runs the programs of a case in turn; a program that fails is left out from then on."""
    failed = {}
    for number in range(1, min(rounds, case.rounds) + 1):
        if number > 1 and time.perf_counter() > deadline:
            break
        order = list(case.programs) if number % 2 else list(reversed(case.programs))
        for program in order:
            if program in failed:
                continue
            begun = time.perf_counter()
            try:
                quantities = case.programs[program](number - 1)
            except Exception as failure:
                failed[program] = failure
                report_failure(f"{case.workload} {case.name} {case.size} {program}", failure)
                continue
            by_size = quantities if is_by_size(quantities) else {case.size: quantities}
            for size, values in by_size.items():
                for quantity, value in values.items():
                    results.rows.append(dict(zip(COLUMNS, (case.workload, case.name, size, program, number, quantity,
                                                           f"{value:.6g}"))))
            shown = "; ".join(f"{size}: " + ", ".join(f"{quantity} {value:.4g}" for quantity, value in values.items())
                              for size, values in by_size.items())
            print(f"{case.workload} {case.name} {program} {number}: {shown} "
                  f"(took {time.perf_counter() - begun:.1f} s)", file=sys.stderr, flush=True)
    return not failed


def report_failure(what, failure):
    print(f"{what}: FAILED: {failure}", file=sys.stderr, flush=True)
    if os.environ.get("BENCH_DEBUG"):
        traceback.print_exc()


def is_by_size(quantities):
    return any(isinstance(value, dict) for value in quantities.values())


def run(options, workloads, results):
    sound = True
    begun = time.perf_counter()
    # Not the system's temporary folder, which may be kept in memory, where flushing to the disk costs nothing.
    work = ROOT / "bench" / ".work"
    work.mkdir(exist_ok=True)
    for workload in workloads:
        with tempfile.TemporaryDirectory(dir=work) as folder, contextlib.ExitStack() as closing:
            bench = Bench(options.quick, options.rounds, pathlib.Path(folder), closing)
            before, start = machine.load(), time.perf_counter()
            try:
                for case in importlib.import_module(workload).cases(bench):
                    sound &= measure(case, options.rounds, begun + options.minutes * 60, results)
                    results.machines[workload] = machine.described(ROOT) | {
                        "load": f"{before:.1f} before, {machine.load():.1f} at the end",
                        "minutes": f"{(time.perf_counter() - start) / 60:.1f}",
                        "rounds": str(options.rounds) + (", quick" if options.quick else ""),
                    }
                    results.add_accuracies(bench.accuracies)
                    # After each case, so that an interruption loses no more than one.
                    results.write()
            except Exception as failure:
                sound = False
                report_failure(workload, failure)
    print(f"All took {(time.perf_counter() - begun) / 60:.1f} minutes; the table: {results.folder / 'README.md'}", file=sys.stderr)
    return sound


def parsed():
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--only", default=",".join(WORKLOADS),
                        help=f"workloads, separated by commas: {', '.join(WORKLOADS)}; or jmh. Default: all but jmh")
    parser.add_argument("--rounds", type=int, default=3, help="rounds in which all programs run in turn; default %(default)s")
    parser.add_argument("--minutes", type=float, default=28,
                        help="after so many minutes, cases are measured once only; default %(default)s")
    parser.add_argument("--quick", action="store_true", help="less work in each case: does everything run?")
    parser.add_argument("--out", default=str(ROOT / "bench" / "results"), help="folder of results; default bench/results")
    parser.add_argument("--table", action="store_true", help="only write the table again, from the raw data in --out")
    return parser.parse_args()


def main():
    # Lets the temporary folders be removed and the programs that stay alive be ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options = parsed()
    workloads = options.only.split(",")
    if options.only == "jmh":
        import inner

        return inner.run(options.quick, pathlib.Path(options.out))
    unknown = set(workloads) - set(WORKLOADS)
    if unknown:
        raise SystemExit(f"--only ({', '.join(sorted(unknown))}) must be of {', '.join(WORKLOADS)}, or jmh alone.")
    results = Results(pathlib.Path(options.out), () if options.table else workloads)
    if options.table:
        results.write()
        return 0
    return 0 if run(options, workloads, results) else 1


if __name__ == "__main__":
    sys.exit(main())
