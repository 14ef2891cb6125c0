"""Starts TensorBoard on runs of Espalier and asks it, as its page does, for what it has read.

    python -m venv venv && venv/bin/pip install -r bench/tensorboard/requirements.txt
    ./nas run experiments/quickstart.yaml --set output.tensorboard=true
    venv/bin/python bench/tensorboard/check.py runs/NAME/ID [...]

Compared are curves, distributions and the table of hyper-parameters with the run's own store.
Ends with code 1 if anything differs. Needs Python 3.9 or newer.
"""

import contextlib
import json
import math
import pathlib
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

STARTS_WITHIN_SECONDS = 180
SINGLE_PRECISION = 1e-6


class Server:
    """TensorBoard on a folder, on a port of this machine only."""

    def __init__(self, folder: pathlib.Path, fast: bool):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tensorboard.main", "--logdir", str(folder), "--port", "0",
             "--host", "127.0.0.1", f"--load_fast={'true' if fast else 'false'}",
             "--samples_per_plugin", "scalars=10000,histograms=1000"],
            stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if "http://" in line:
                self.url = line[line.index("http://"):].split()[0].rstrip("/")
                return
        raise SystemExit("TensorBoard did not start.")

    def get(self, path: str, body=None, **query):
        url = f"{self.url}/data/{path}?{urllib.parse.urlencode(query)}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def wait_for(self, runs: set) -> None:
        """Waits until all runs are read, and what is read no longer grows."""
        deadline = time.monotonic() + STARTS_WITHIN_SECONDS
        before = None
        while time.monotonic() < deadline:
            with contextlib.suppress(urllib.error.URLError):
                now = self.get("plugin/scalars/tags")
                if runs <= set(now) and now == before:
                    return
                before = now
            time.sleep(2)
        raise SystemExit("TensorBoard did not read these runs: %s" % sorted(runs - set(before or [])))

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()


class Run:
    """What the run's store says."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        with contextlib.closing(sqlite3.connect(f"file:{folder / 'study.db'}?mode=ro", uri=True)) as db:
            self.trials = {
                row[0]: dict(zip(("state", "reward", "choices"), row[1:]))
                for row in db.execute(
                    "SELECT number, state, reward, choices FROM trials WHERE state <> 'ASKED' ORDER BY number")}
            self.measured = {}
            for trial, step, metric, value in db.execute(
                    "SELECT trial, step, metric, value FROM measurements WHERE metric <> ''"):
                self.measured.setdefault((trial, metric), {})[step] = value
            self.said = {}
            for trial, name, value in db.execute("SELECT trial, name, value FROM diagnostics"):
                self.said.setdefault(name, {})[trial] = value

    def rewards(self, until: int = sys.maxsize) -> dict:
        return {number: trial["reward"] for number, trial in self.trials.items()
                if trial["reward"] is not None and number <= until}

    def best(self) -> dict:
        return {number: max(self.rewards(number).values())
                for number in self.trials if self.rewards(number)}


class Check:
    """Compares what TensorBoard says with the store, and counts."""

    def __init__(self, server: Server, run: Run):
        self.server = server
        self.run = run
        self.compared = 0
        self.differences = []

    def all(self) -> None:
        self.curve("search", "search/reward", self.run.rewards())
        self.curve("search", "search/best", self.run.best())
        for name, values in self.run.said.items():
            self.curve("controller", f"controller/{name}", values)
        for (trial, metric), values in self.run.measured.items():
            self.curve(f"trial-{trial:04}", f"epoch/{metric}", values)
        self.distributions()
        self.hyperparameters()

    def expect(self, what: str, found, expected) -> None:
        self.compared += 1
        if not same(found, expected):
            self.differences.append(f"{what}: {found}, but stored is {expected}")

    def curve(self, run: str, tag: str, expected: dict) -> None:
        points = self.server.get("plugin/scalars/scalars", run=run, tag=tag)
        found = {step: value for _, step, value in points}
        self.expect(f"{run} {tag}, number of points", len(points), len(expected))
        for step, value in expected.items():
            self.expect(f"{run} {tag} at {step}", found.get(step, "nothing"), value)

    def distributions(self) -> None:
        points = self.server.get("plugin/histograms/histograms", run="search", tag="search/rewards")
        self.expect("there are distributions", bool(points), True)
        for _, step, buckets in points:
            rewards = list(self.run.rewards(step).values())
            self.expect(f"rewards counted at {step}", sum(bucket[2] for bucket in buckets), len(rewards))
            self.expect(f"smallest at {step}", buckets[0][0], min(rewards))
            self.expect(f"largest at {step}", buckets[-1][1], max(rewards))

    def hyperparameters(self) -> None:
        allowed = ["STATUS_UNKNOWN", "STATUS_SUCCESS", "STATUS_FAILURE", "STATUS_RUNNING"]
        answer = self.server.get("plugin/hparams/session_groups",
                                 {"startIndex": 0, "sliceSize": 100000, "allowedStatuses": allowed})
        groups = {group["name"]: group for group in answer["sessionGroups"]}
        self.expect("rows of the table", len(groups), len(self.run.trials))
        for number, trial in self.run.trials.items():
            row = groups[f"trial-{number:04}"]
            for name, value in decisions(trial["choices"]).items():
                self.expect(f"{name} of trial {number}", row["hparams"].get(name), value)
            failed = trial["state"] == "FAILED"
            self.expect(f"status of trial {number}", row["sessions"][0].get("status"),
                        "STATUS_FAILURE" if failed else "STATUS_SUCCESS")
            metrics = {metric["name"]["tag"]: metric["value"] for metric in row["metricValues"]}
            self.expect(f"reward of trial {number}", metrics.get("end/reward"), trial["reward"])


def decisions(choices: str) -> dict:
    """Kind, name, for an option its number, and value: a line a decision."""
    fields = [line.split("\t") for line in choices.splitlines()]
    return {field[1]: field[-1] if field[0] == "option" else float(field[-1]) for field in fields}


def same(found, expected) -> bool:
    """A number that is none is stored as nothing."""
    if isinstance(found, float) and not math.isfinite(found):
        return expected is None
    if isinstance(found, (int, float)) and isinstance(expected, (int, float)):
        return abs(found - expected) <= SINGLE_PRECISION * max(1.0, abs(expected))
    return found == expected


def check(folder: pathlib.Path, fast: bool) -> bool:
    run = Run(folder)
    server = Server(folder / "tensorboard", fast)
    try:
        server.wait_for({"search"} | {f"trial-{number:04}" for number in run.trials})
        comparison = Check(server, run)
        comparison.all()
    finally:
        server.close()
    way = "data server" if fast else "Python"
    print(f"{folder.name}, read by the {way}: {comparison.compared} values compared, "
          f"{len(comparison.differences)} differ")
    print("\n".join(comparison.differences[:20]))
    return not comparison.differences


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    results = [check(pathlib.Path(name), fast) for name in sys.argv[1:] for fast in (True, False)]
    sys.exit(0 if all(results) else 1)
