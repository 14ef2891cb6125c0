"""Start-up, memory and disk: commands from their start to their end, the memory of workers, the size of runs.

Beside them stand what other libraries have of the kind: the import that a program of theirs begins with, their command line,
a first trained network, a study on disk.
"""

import pathlib

from measurement import DISK, ELAPSED, MEMORY, OURS, PROCESSOR, ROOT, Case, run

EXPERIMENTS = ROOT / "experiments"
IMPORT = "python -c 'import optuna'"
KERAS_IMPORT = "python -c 'import keras'"
OPTUNA = "optuna --help"
FIT = "Keras, import and fit"


def cases(bench):
    bench.run_nas("--help")
    yield Case("startup", "help", 1, {
        OURS: lambda _: bench.run_nas("--help").times(),
        OPTUNA: lambda _: run([str(pathlib.Path(bench.python("")[0]).parent / "optuna"), "--help"]).times()})
    yield Case("startup", "checking an experiment file; importing", 1, {
        OURS: lambda _: bench.run_nas("validate", EXPERIMENTS / "wine-quality.yaml").times(),
        IMPORT: lambda _: run([bench.python("")[0], "-c", "import optuna"]).times(),
        KERAS_IMPORT: lambda _: run([bench.python("")[0], "-c", "import keras"]).times()})
    yield Case("startup", "first trial of quickstart", 1, {
        OURS: lambda _: quickstart(bench, 1, 1),
        FIT: lambda _: usage_of(run(bench.python("suite/first_trial_peer.py")))}, rounds=3)
    yield Case("startup", "one trial on a table", 1, {
        OURS: lambda _: usage_of(bench.run_nas("run", EXPERIMENTS / "nasbench201.yaml", "--out", bench.new_folder(), "--set",
                                               "budget.trials=1", "--set", "output.report=false"))}, rounds=3)
    for workers in (1, 2, 4):
        yield Case("startup", "memory by workers (quickstart, 8 trials)", workers,
                   {OURS: lambda _: quickstart(bench, 8, workers)}, rounds=2)
    for trials in bench.pick((10, 100, 1000), (10,)):
        yield Case("startup", "size of a run on a table", trials, {OURS: lambda _: table_run(bench, trials)}, rounds=1)


def usage_of(usage):
    return {ELAPSED: usage.elapsed, PROCESSOR: usage.processor, MEMORY: usage.memory}


def quickstart(bench, trials, workers):
    return usage_of(bench.run_nas("run", EXPERIMENTS / "quickstart.yaml", "--out", bench.new_folder(), "--workers", workers,
                                  "--set", f"budget.trials={trials}", "--set", "output.report=false"))


def table_run(bench, trials):
    folder = bench.new_folder()
    usage = bench.run_nas("run", EXPERIMENTS / "nasbench201.yaml", "--out", folder, "--set", f"budget.trials={trials}",
                          "--set", "output.report=false")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return {ELAPSED: usage.elapsed, PROCESSOR: usage.processor, DISK: size / 2**20}
