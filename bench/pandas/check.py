#!/usr/bin/env python3
"""Loads what `nas trials --csv` prints into pandas, and checks the type and the values of each column.

    python -m venv venv && venv/bin/pip install -r bench/pandas/requirements.txt
    venv/bin/python bench/pandas/check.py          # NAS=./nas, or another launcher

Runs two small searches for it: one with hyper-parameters of each type, and one whose trials fail. Values are compared
with those of `nas trials --json`. Ends with code 1 if anything differs. Skipped where pandas is missing. Needs Python
3.9 or newer.
"""

import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import pandas
    from pandas.api import types
except ImportError:
    print("skipped: pandas is missing")
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAS = os.environ.get("NAS", str(ROOT / "nas"))
TIMES = ["asked", "started", "finished"]

MIXED = """
name: mixed
dataset: {type: moons, samples: 80}
searchSpace: {type: mlp, nodes: [8, 16], activations: [relu, tanh], dropout: [0.2], maxLength: 4}
hyperparameters:
  parameters:
    batch: {type: integer, low: 8, high: 32}
    optimizer.learningRate: {type: real, low: 0.001, high: 0.1, scale: log}
controller: {type: random}
evaluator: {type: training, epochs: 2}
budget: {trials: 6}
output: {report: false}
"""

FAILING = """
name: failing
dataset: {type: friedman, samples: 80}
searchSpace: {type: mlp, nodes: [8, 16], activations: [relu, tanh], dropout: [0.2], maxLength: 4}
controller: {type: random}
evaluator: {type: training, epochs: 1, optimizer: {type: sgd, learningRate: 1e30}}
budget: {trials: 3}
output: {report: false}
"""

failures = []


def nas(*arguments: str, codes=(0,)) -> str:
    run = subprocess.run([NAS, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode not in codes:
        sys.exit(f"nas {' '.join(arguments)} ended with {run.returncode}:\n{run.stderr}")
    return run.stdout


def check(what: str, holds: bool) -> None:
    print(f"{'ok   ' if holds else 'WRONG'} {what}")
    if not holds:
        failures.append(what)


def equal(value, expected) -> bool:
    if expected is None:
        return bool(pandas.isna(value))
    if isinstance(expected, str):
        return pandas.Timestamp(expected) == value if isinstance(value, pandas.Timestamp) else value == expected
    return value == expected


def table(run: list, *options: str) -> tuple:
    frame = pandas.read_csv(io.StringIO(nas("trials", *run, "--csv", *options)))
    times = [name for name in TIMES if name in frame]
    for name in times:
        frame[name] = pandas.to_datetime(frame[name])
    return frame, json.loads(nas("trials", *run, "--json", *options))


def same_values(frame, records: list) -> bool:
    return len(frame) == len(records) and all(
        equal(row[name], record.get(name)) for (_, row), record in zip(frame.iterrows(), records) for name in frame)


def check_mixed(run: list) -> None:
    frame, records = table(run)
    for name in ["trial", "seed", "attempts", "maxEpochs"]:
        check(f"{name} has integers", types.is_integer_dtype(frame[name]))
    for name in ["reward", "validation.accuracy", "validation.loss", "fact.parameters"]:
        check(f"{name} has floating-point numbers", types.is_numeric_dtype(frame[name]))
    check("status has texts", set(frame["status"]) == {"completed"})
    for name in TIMES:
        check(f"{name} has times", types.is_datetime64_any_dtype(frame[name]))
    decisions = [name for name in frame if name.startswith("decision.")]
    batch = [name for name in decisions if name.endswith("batch")]
    rate = [name for name in decisions if name.endswith("learningRate")]
    layers = [name for name in decisions if name not in batch + rate]
    check("a decision of integers has integers", len(batch) == 1 and types.is_integer_dtype(frame[batch[0]]))
    check("a decision of reals has floating-point numbers", len(rate) == 1 and types.is_float_dtype(frame[rate[0]]))
    check("decisions of options have texts", len(layers) > 1 and all(
        types.is_string_dtype(frame[name].dropna()) for name in layers))
    check("seeds are read to the last digit", list(frame["seed"]) == [record["seed"] for record in records])
    check("the values are those of --json", same_values(frame, records))

    curves, points = table(run, "--curves")
    check("curves: trial and epoch have integers", all(
        types.is_integer_dtype(curves[name]) for name in ["trial", "epoch"]))
    check("curves: metrics have floating-point numbers", all(
        types.is_float_dtype(curves[name]) for name in curves if name.startswith("validation.")))
    check("curves: a row for each epoch of each trial", len(curves) == 2 * len(frame))
    check("curves: the values are those of --json", same_values(curves, points))


def check_failing(run: list) -> None:
    frame, records = table(run)
    check("failed trials have no reward", "reward" not in frame or bool(frame["reward"].isna().all()))
    check("failed trials have a cause", set(frame["status"]) == {"failed"} and bool(frame["cause"].notna().all()))
    check("their messages are read whole", list(frame["message"]) == [record["message"] for record in records])


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        runs = ["--out", str(pathlib.Path(folder) / "runs")]
        for name, yaml, codes in [("mixed", MIXED, (0,)), ("failing", FAILING, (0, 1))]:
            file = pathlib.Path(folder) / f"{name}.yaml"
            file.write_text(yaml, encoding="utf-8")
            nas("run", str(file), *runs, codes=codes)
        check_mixed(["mixed", *runs])
        check_failing(["failing", *runs])
    print(f"{len(failures)} wrong, pandas {pandas.__version__}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
