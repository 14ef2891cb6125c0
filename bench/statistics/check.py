#!/usr/bin/env python3
"""Holds the statistics of comparisons against SciPy, NumPy, statsmodels, scikit-posthocs and rliable.

    pip install -r bench/statistics/requirements.txt
    mvn -q -pl nas-analysis -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
    bench/statistics/check.py

Each statistic is computed by both sides for 200 random inputs: continuous ones, ones with ties, with zeros, with
nothing but one value, and samples of 1 to 60. Prints for each the largest difference, relative above 1, and fails
if one is above 1e-9. What only one side defines is counted, not compared.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
import scikit_posthocs
from rliable import metrics
from scipy import stats
from statsmodels.stats.multitest import multipletests

CASES = 200
TOLERANCE = 1e-9
MODULE = Path(__file__).resolve().parents[2] / "nas-analysis" / "target"
MOST_PERMUTED = 16


class Sheet:
    """Lines for the Java side, and for each what is expected of its answer."""

    def __init__(self):
        self.lines, self.checks = [], []

    def ask(self, statistic, samples, check):
        rows = "\t".join(" ".join(repr(float(value)) for value in sample) for sample in samples)
        self.lines.append(f"{statistic}\t{rows}".replace("nan", "NaN"))
        self.checks.append((statistic, check))


def values(random, size):
    """One of five kinds, so that ties, zeros and constants are frequent."""
    kind = random.integers(5)
    drawn = random.normal(0.3, 1, size)
    if kind == 1:
        return np.round(drawn, 1)
    if kind == 2:
        return np.round(drawn)
    if kind == 3:
        return np.where(random.random(size) < 0.5, 0.0, drawn)
    if kind == 4 and random.random() < 0.3:
        return np.full(size, np.round(drawn[0]))
    return drawn


def size(random, least=1):
    """Tiny as often as not."""
    return int(random.integers(least, 8 if random.random() < 0.5 else 61))


def sample(random, sheet):
    x = values(random, size(random))
    expected = [np.mean(x), np.median(x), np.std(x, ddof=1) if len(x) > 1 else 0.0, stats.trim_mean(x, 0.25),
                *np.quantile(x, [0.05, 0.25, 0.9])]
    assert metrics.aggregate_iqm(x[:, None]) == expected[3]
    sheet.ask("sample", [x], lambda found: [("mean, median, deviation, IQM, quantiles", found, expected)])


def exact_by_counting(d):
    """Two-sided p over all signs, in whole numbers; for what SciPy takes too long to permute."""
    ranks = [round(2 * rank) for rank in stats.rankdata(np.abs(d))]
    ways = defaultdict(int, {0: 1})
    for rank in ranks:
        more = defaultdict(int, ways)
        for total, count in ways.items():
            more[total + rank] += count
        ways = more
    positive = sum(rank for rank, value in zip(ranks, d) if value > 0)
    smaller = min(positive, sum(ranks) - positive)
    return min(1.0, 2 * sum(count for total, count in ways.items() if total <= smaller) / 2 ** len(d))


def signed_rank(random, sheet):
    d = values(random, size(random) if random.random() < 0.8 else int(random.integers(14, MOST_PERMUTED + 1)))
    kept = d[d != 0]
    tied = len(set(np.abs(kept))) < len(kept)
    if len(kept) == 0:
        name, expected = "signed rank, all zero (no SciPy)", [0, 1]
    elif tied and MOST_PERMUTED < len(kept) <= 50:
        name = "signed rank, 17 to 50 with ties (no SciPy)"
        expected = [stats.wilcoxon(kept).statistic, exact_by_counting(kept)]
    elif tied and 13 < len(kept) <= MOST_PERMUTED:
        name = "signed rank, 14 to 16 with ties (SciPy permuting)"
        method = stats.PermutationMethod(n_resamples=2**MOST_PERMUTED + 1)
        expected = list(stats.wilcoxon(kept, method=method))
    else:
        name, expected = "signed rank (SciPy by default)", list(stats.wilcoxon(kept))
    sheet.ask("signed-rank", [d], lambda found: [(name, found, expected)])


def effect(random, sheet):
    x, y = values(random, size(random)), values(random, size(random))
    a12 = stats.mannwhitneyu(x, y).statistic / (len(x) * len(y))
    greater = np.sign(x[:, None] - y[None, :])
    expected = [a12, greater.mean()]
    theirs = metrics.probability_of_improvement(x[:, None], y[:, None])
    sheet.ask("effect", [x, y], lambda found: [("A12, Cliff's delta", found, expected),
                                               ("A12 (rliable)", found[:1], [theirs])])


def holm(random, sheet):
    p = np.clip(np.abs(values(random, size(random))) ** 2 / 9, 0, 1)
    expected = multipletests(p, method="holm")[1]
    sheet.ask("holm", [p], lambda found: [("Holm", found, expected)])


def friedman(random, sheet):
    treatments, blocks = int(random.integers(3, 15)), int(random.integers(2, 40))
    x = np.array([values(random, treatments) for _ in range(blocks)])
    ranks = np.mean([stats.rankdata(-block) for block in x], axis=0)
    with np.errstate(invalid="ignore"):
        statistic, p = stats.friedmanchisquare(*x.T)
    nemenyi = scikit_posthocs.posthoc_nemenyi_friedman(x).to_numpy()[np.triu_indices(treatments, 1)]
    error = math.sqrt(treatments * (treatments + 1) / (6 * blocks))
    critical = stats.studentized_range.isf(0.05, treatments, np.inf) / math.sqrt(2) * error

    def check(found):
        yield "mean ranks", found[2:2 + treatments], ranks
        if math.isnan(statistic):
            yield "Friedman, all tied (no SciPy)", found[:2], [0, 1]
        else:
            yield "Friedman", found[:2], [statistic, p]
        yield "Nemenyi's p (scikit-posthocs)", found[2 + treatments:-1], nemenyi
        yield "critical difference", found[-1:], [critical]

    sheet.ask("friedman", x, check)


def studentized_range(random, sheet):
    k, q, alpha = int(random.integers(2, 31)), random.uniform(0, 8), random.uniform(0.001, 0.5)
    expected = [stats.studentized_range.cdf(q, k, np.inf), stats.studentized_range.isf(alpha, k, np.inf)]
    sheet.ask("range", [[k, q, alpha]], lambda found: [("studentized range", found, expected)])


def percentiles(drawn, confidence):
    tail = (1 - confidence) / 2
    return list(np.quantile(drawn, [tail, 1 - tail]))


def bootstrap(random, sheet):
    x = np.sort(values(random, size(random)))
    seed, resamples, confidence = int(random.integers(2**31)), int(random.integers(1, 120)), random.uniform(0.5, 0.99)

    def check(found):
        counts = np.asarray(found[8:], dtype=int).reshape(resamples, len(x))
        drawn = np.array([np.repeat(x, count) for count in counts])
        above = (drawn > 0).mean(axis=1) + (drawn == 0).mean(axis=1) / 2
        statistics = [drawn.mean(axis=1), np.median(drawn, axis=1), stats.trim_mean(drawn, 0.25, axis=1), above]
        expected = [end for each in statistics for end in percentiles(each, confidence)]
        yield "bootstrap, the same draws", found[:8], expected

    sheet.ask("bootstrap", [x, [seed, resamples, confidence]], check)


def columns(random, sheet):
    rows, width = size(random), int(random.integers(1, 12))
    x = np.array([values(random, width) for _ in range(rows)])
    x[1:, 0] = np.where(random.random(rows - 1) < 0.3, np.nan, x[1:, 0])
    seed, resamples, confidence = int(random.integers(2**31)), int(random.integers(20, 120)), random.uniform(0.5, 0.99)

    def check(found):
        counts = np.asarray(found[2 * width:]).reshape(resamples, rows)
        there = ~np.isnan(x)
        weight = counts @ there
        means = np.where(weight > 0, counts @ np.where(there, x, 0) / np.maximum(weight, 1), np.nan)
        expected = [end for column in means.T for end in percentiles(column[~np.isnan(column)], confidence)]
        yield "bands, the same draws", found[:2 * width], expected

    sheet.ask("columns", [[seed, resamples, confidence], *x], check)


def apart(found, expected):
    found, expected = np.asarray(found, dtype=float), np.asarray(expected, dtype=float)
    assert found.shape == expected.shape, (found, expected)
    gaps = np.where(found == expected, 0, np.abs(found - expected) / np.maximum(1, np.abs(expected)))
    return float(gaps.max(initial=0))


def answers(sheet, classpath):
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "samples.tsv"), Path(folder, "statistics.txt")
        asked.write_text("\n".join(sheet.lines) + "\n")
        subprocess.run(["java", "-cp", classpath, "org.espalier.nas.analysis.inference.InferenceDump", asked, answered],
                       check=True)
        return [[float(value) for value in line.split(" ")] for line in answered.read_text().splitlines()]


def classpath():
    libraries = (MODULE / "classpath").read_text().strip()
    return os.pathsep.join([str(MODULE / "test-classes"), str(MODULE / "classes"), libraries])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classpath", help="where the Java classes and libraries are")
    options = parser.parse_args()
    random, sheet = np.random.default_rng(options.seed), Sheet()
    for _ in range(CASES):
        for ask in (sample, signed_rank, effect, holm, friedman, studentized_range, bootstrap, columns):
            ask(random, sheet)
    found = answers(sheet, options.classpath or classpath())
    worst, count = defaultdict(float), defaultdict(int)
    for (_, check), answer in zip(sheet.checks, found, strict=True):
        for name, ours, theirs in check(answer):
            worst[name] = max(worst[name], apart(ours, theirs))
            count[name] += 1
    for name in sorted(worst):
        print(f"{name:52} {count[name]:4} inputs  {worst[name]:.1e}")
    return 0 if max(worst.values()) <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
