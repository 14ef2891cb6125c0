#!/usr/bin/env python3
"""Compares final regrets with those of other libraries, paired by seed, as a Markdown table.

    bench/peers/compare.py OURS.csv PEERS.csv [PEERS.csv …] [--pair 'tpe=optuna-tpe-multivariate' …]

Two-sided Wilcoxon signed-rank tests, adjusted for the problems of each pair (Holm). Exit code 1 if ours is
significantly worse anywhere.
"""

import argparse
import csv
import itertools
import math
import statistics
import sys
from collections import defaultdict

import numpy
from scipy.stats import wilcoxon

LEVEL = 0.05
WORST = 1e300
PAIRS = (
    "bayesian=skopt-gp",
    "tpe=optuna-tpe-multivariate",
    "tpe{multivariate:false}=optuna-tpe",
    "bohb=optuna-hyperband",
    "cma-es=optuna-cmaes",
)


def final_regrets(paths):
    """{(problem, algorithm): {seed: regret}} of the last trial that all rows have."""
    found = defaultdict(lambda: defaultdict(dict))
    for path in paths:
        with open(path, newline="") as lines:
            for row in csv.DictReader(lines):
                regret = float(row["best_regret"])
                regrets = found[row["problem"], row["algorithm"]]
                regrets[int(row["trial"])][int(row["seed"])] = regret
    last = max(max(trials) for trials in found.values())
    return {key: trials[last] for key, trials in found.items() if last in trials}


def holm(probabilities):
    order = sorted(range(len(probabilities)), key=lambda i: probabilities[i])
    adjusted, largest = [0.0] * len(order), 0.0
    for rank, i in enumerate(order):
        largest = max(largest, probabilities[i] * (len(order) - rank))
        adjusted[i] = min(1.0, largest)
    return adjusted


def probability(differences):
    if not any(differences):
        return 1.0
    return float(wilcoxon(differences, zero_method="wilcox").pvalue)


def compared(regrets, pairs):
    rows = []
    for pair in pairs:
        ours, peer = pair.split("=", 1)
        for problem, algorithm in regrets:
            if algorithm != ours or (problem, peer) not in regrets:
                continue
            mine, other = regrets[problem, ours], regrets[problem, peer]
            seeds = sorted(set(mine) & set(other))
            # Regrets below the accuracy of doubles are none: the optimum was found.
            a = numpy.clip([mine[seed] for seed in seeds], 1e-12, WORST)
            b = numpy.clip([other[seed] for seed in seeds], 1e-12, WORST)
            chance = regrets.get((problem, "random")) or regrets.get((problem, "py-random"), {})
            luck = [chance[seed] for seed in seeds if seed in chance]
            rows.append(
                {
                    "problem": problem,
                    "ours": ours,
                    "peer": peer,
                    "seeds": len(seeds),
                    "a": statistics.median(a),
                    "b": statistics.median(b),
                    "random": statistics.median(luck) if luck else math.nan,
                    "wins": int(sum(a < b)),
                    "p": probability(a - b),
                    # The sign of the rank sum, not of the medians, is what the test is about.
                    "worse": signed_ranks(a - b) > 0,
                }
            )
    return rows


def signed_ranks(differences):
    from scipy.stats import rankdata

    left = differences[differences != 0]
    return float((numpy.sign(left) * rankdata(abs(left))).sum())


def verdict(row, adjusted):
    if adjusted > LEVEL:
        return "no difference"
    return "**worse**" if row["worse"] else "better"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--pair", action="append", help="OURS=PEER; may be repeated")
    options = parser.parse_args()
    rows = compared(final_regrets(options.files), options.pair or PAIRS)
    adjusted = []
    for _, own in itertools.groupby(rows, key=lambda row: (row["ours"], row["peer"])):
        adjusted += holm([row["p"] for row in own])
    print("| problem | ours | peer | seeds | median ours | peer's | random's | wins | p | p (Holm) | verdict |")
    print("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---|")
    for row, p in zip(rows, adjusted):
        print(
            f"| {row['problem']} | {row['ours']} | {row['peer']} | {row['seeds']}"
            f" | {row['a']:.3g} | {row['b']:.3g} | {row['random']:.3g} | {row['wins']}"
            f" | {row['p']:.2g} | {p:.2g} | {verdict(row, p)} |"
        )
    return 1 if any(row["worse"] and p <= LEVEL for row, p in zip(rows, adjusted)) else 0


if __name__ == "__main__":
    sys.exit(main())
