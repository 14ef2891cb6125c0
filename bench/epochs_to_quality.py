#!/usr/bin/env python3
"""How many epochs multi-fidelity controllers need to reach what random search reaches with all of its own.

    bench/epochs_to_quality.py [FILE] [SEEDS] [TRIALS] [CONTROLLER...]
    default: experiments/wine-bohb.yaml 10 100 asha hyperband

FILE gives data, search space and evaluator. For each seed random search runs TRIALS trials of the evaluator's full
number of epochs; its best reward is the target. Each controller runs under the same seed with the same budget of epochs;
counted are the epochs that it had trained, in the order of its trials, when a reward reached the target. A controller that
never did counts with all of its epochs, as "not reached". Printed are the shares of random search's epochs, and their median.
"""
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def search(file, controller, seed, budget, folder):
    """(reward or None, epochs trained) of each trial, in order."""
    subprocess.run(
        [str(ROOT / "nas"), "run", str(file), "--seed", str(seed), "--workers", "2", "--out", folder, "--json",
         "--set", f"controller={controller}", "--set", f"budget={budget}", "--set", "output.report=false"],
        capture_output=True, text=True, check=True)
    (database,) = Path(folder).glob("*/*/study.db")
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as study:
        return study.execute(
            "SELECT reward, COALESCE(facts.value, 0) FROM trials LEFT JOIN facts ON trial = number AND name = 'epochs' "
            "ORDER BY number").fetchall()


def epochs_until(trials, target):
    spent = 0
    for reward, epochs in trials:
        spent += epochs
        if reward is not None and reward >= target:
            return spent, True
    return spent, False


def main():
    arguments = sys.argv[1:]
    file = Path(arguments[0]) if arguments else ROOT / "experiments/wine-bohb.yaml"
    seeds = int(arguments[1]) if len(arguments) > 1 else 10
    trials = int(arguments[2]) if len(arguments) > 2 else 100
    controllers = arguments[3:] or ["asha", "hyperband"]
    shares = {controller: [] for controller in controllers}
    print(f"{'seed':>4} {'random: best':>12} {'epochs':>7} " + " ".join(f"{name:>28}" for name in controllers))
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            random = search(file, "{type: random}", seed, f"{{trials: {trials}}}", folder)
        target = max(reward for reward, _ in random if reward is not None)
        total = int(sum(epochs for _, epochs in random))
        cells = []
        for controller in controllers:
            with tempfile.TemporaryDirectory() as folder:
                found = search(file, f"{{type: {controller}}}", seed, f"{{epochs: {total}}}", folder)
            spent, reached = epochs_until(found, target)
            shares[controller].append(spent / total)
            best = max(reward for reward, _ in found if reward is not None)
            cells.append(f"{spent:6.0f} ({spent / total:5.3f}) {'' if reached else 'not reached ':>0}best {best:.4f}")
        print(f"{seed:4} {target:12.4f} {total:7} " + " ".join(f"{cell:>28}" for cell in cells), flush=True)
    for controller in controllers:
        print(f"{controller}: median share of random search's epochs {statistics.median(shares[controller]):.3f}")


if __name__ == "__main__":
    main()
