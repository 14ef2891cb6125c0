"""The engine: durable trials of a function that takes no time, by random search over two real numbers.

Espalier (EngineRate) stores them in a run folder; its second search in the process is measured. Optuna stores them with
SQLite and with its journal file. All flush each trial to the disk before they go on. A trial's time is that of the whole
search, divided by its trials.
"""

import csv

from measurement import DISK, ELAPSED, OURS, Case, run

SQLITE, JOURNAL = "Optuna, SQLite", "Optuna, journal file"
SIZES = (100, 1000, 10_000)
# The others take 3 and 20 ms a trial: as many trials as they are given at most.
MOST = {OURS: 10_000, JOURNAL: 1000, SQLITE: 1000}
SAMPLE_OF_SQLITE = 200
LAG = 10


def cases(bench):
    for workers in (1, 2, 4):
        count = bench.pick(1000, 100)
        yield Case("engine", f"durable trials, workers: {workers}", count, {
            OURS: lambda _: ours(bench, count, workers),
            JOURNAL: lambda _: optuna(bench, "journal", count, workers),
            SQLITE: lambda _: optuna(bench, "sqlite", min(count, SAMPLE_OF_SQLITE), workers, count)}, rounds=5 if workers < 4 else 3)
    for size in bench.pick(SIZES, SIZES[:1]):
        programs = {OURS: lambda _: ours(bench, size, 1),
                    JOURNAL: lambda _: optuna(bench, "journal", size, 1),
                    SQLITE: lambda _: optuna(bench, "sqlite", size, 1)}
        yield Case("engine", "growth of trials", size,
                   {program: each for program, each in programs.items() if size <= MOST[program]}, rounds=1)


def ours(bench, trials, workers):
    done = run(bench.java("engine.EngineRate", trials, workers, 2, LAG, bench.new_folder()))
    return quantities(done.output, trials)


def optuna(bench, storage, trials, workers, scaled_to=0):
    done = run(bench.python("engine/optuna_rate.py", storage, trials, workers, 1, bench.new_folder()))
    return quantities(done.output, scaled_to or trials)


def quantities(output, trials):
    lines = output.splitlines()
    header = next(i for i, line in enumerate(lines) if line.startswith("engine,"))
    last = list(csv.DictReader(lines[header:]))[-1]
    scale = trials / int(last["trials"])
    return {ELAPSED: float(last["seconds"]) * scale, DISK: int(last["bytes"]) / 2**20 * scale}
