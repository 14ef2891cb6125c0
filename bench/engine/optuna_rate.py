"""Durable trials per second of Optuna: random search over two real parameters by a function that takes no time.

Usage: optuna_rate.py STORAGE TRIALS WORKERS REPEATS [FOLDER]

STORAGE is sqlite or journal. Workers are threads (n_jobs), and as many trials are outstanding (the column lag), as in
org.espalier.nas.benchmark.engine.EngineRate, which measures the same search with Espalier. Prints a CSV row for each
repeat. Both storages flush each trial to the disk before study.optimize goes on: SQLite at its default, synchronous =
FULL; the journal file by os.fsync.
"""

import os
import sys
import tempfile
import time

import optuna
from optuna.storages import JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend


def storage_of(kind, folder):
    if kind == "sqlite":
        return RDBStorage("sqlite:///" + os.path.join(folder, "study.db"))
    if kind == "journal":
        return JournalStorage(JournalFileBackend(os.path.join(folder, "study.log")))
    raise SystemExit(f"STORAGE ({kind}) must be sqlite or journal.")


def objective(trial):
    x = trial.suggest_float("x", -5, 10)
    y = trial.suggest_float("y", 0, 15)
    return (x * x + y * y) ** 0.5


def bytes_in(folder):
    return sum(entry.stat().st_size for entry in os.scandir(folder))


def main(kind, trials, workers, repeats, parent=None):
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    print("engine,store,trials,workers,lag,repeat,seconds,trials_per_second,bytes")
    for repeat in range(1, repeats + 1):
        with tempfile.TemporaryDirectory(dir=parent) as folder:
            begin = time.perf_counter()
            study = optuna.create_study(
                storage=storage_of(kind, folder), sampler=optuna.samplers.RandomSampler(seed=repeat)
            )
            study.optimize(objective, n_trials=trials, n_jobs=workers)
            seconds = time.perf_counter() - begin
            rate = trials / seconds
            if len(study.get_trials(deepcopy=False)) != trials:
                raise SystemExit("A trial is missing.")
            head = f"optuna,{kind},{trials},{workers},{workers},{repeat}"
            print(f"{head},{seconds:.4f},{rate:.1f},{bytes_in(folder)}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6):
        raise SystemExit(__doc__)
    main(sys.argv[1], *(int(text) for text in sys.argv[2:5]), *sys.argv[5:])
