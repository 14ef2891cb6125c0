#!/usr/bin/env python3
"""Runs experiments/wine-quality.yaml with and without predictor and weight sharing, and prints a table.

    bench/measure_wine.py [SEEDS]        default: 5 seeds for each of the four settings

Best and mean are validation accuracies after the last epoch; the rewards are means over the first and the last 20 trials;
test is the accuracy on the untouched part after `nas train`.
"""
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def nas(*arguments):
    done = subprocess.run([str(ROOT / "nas"), *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def measure(predictor, sharing, seed, folder):
    run = nas(
        "run", str(ROOT / "experiments/wine-quality.yaml"), "--json", "--seed", str(seed), "--out", folder,
        "--set", f"controller.predictor={predictor}", "--set", f"evaluator.sharing.mode={sharing}",
        "--set", "output.report=false",
    )
    trials = sorted(nas("top", run["run"], "-n", "100", "--json"), key=lambda trial: trial["trial"])
    accuracies = [trial["validation.accuracy"] for trial in trials]
    rewards = [trial["reward"] for trial in trials]
    trained = nas("train", run["run"], "--json")
    share = run["percentOfTime"]
    return {
        "best": max(accuracies),
        "mean": statistics.mean(accuracies),
        "first 20": statistics.mean(rewards[:20]),
        "last 20": statistics.mean(rewards[-20:]),
        "test": trained["metrics"]["test.accuracy"],
        "seconds": run["seconds"],
        "% train+val": share["training"] + share["validation"],
    }


def main():
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    columns = ["best", "mean", "first 20", "last 20", "test", "seconds", "% train+val"]
    print("predictor sharing seed " + " ".join(f"{name:>11}" for name in columns))
    for predictor in ("log", "off"):
        for sharing in ("bigram", "none"):
            rows = []
            for seed in range(1, seeds + 1):
                with tempfile.TemporaryDirectory() as folder:
                    rows.append(measure(predictor, sharing, seed, folder))
                line = " ".join(f"{rows[-1][name]:11.4f}" for name in columns)
                print(f"{predictor:9} {sharing:7} {seed:4} {line}", flush=True)
            means = " ".join(f"{statistics.mean(row[name] for row in rows):11.4f}" for name in columns)
            print(f"{predictor:9} {sharing:7} mean {means}", flush=True)


if __name__ == "__main__":
    main()
