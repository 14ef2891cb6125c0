#!/usr/bin/env python3
"""Holds problems.py against what Java says of the same architectures.

    bench/peers/check.py dump.csv        the file that SearchQuality writes with --dump
"""

import csv
import sys
from collections import Counter

from problems import PROBLEMS

EPOCHS = 27
FEW_EPOCHS = 3
TOLERANCE = 1e-12


def answers(problem, texts):
    left = iter(texts)
    made = problem.walk(lambda parameter: parameter.domain.read(next(left)))
    assert next(left, None) is None, texts
    return made


def apart(ours, theirs):
    return abs(ours - theirs) / max(1.0, abs(theirs))


def main(path):
    checked, worst = Counter(), 0.0
    with open(path, newline="") as lines:
        for row in csv.DictReader(lines):
            problem = PROBLEMS[row["problem"]](int(row["seed"]))
            made = answers(problem, row["choices"].split(" "))
            few = -problem.value_after(made, FEW_EPOCHS, EPOCHS)
            worst = max(
                worst,
                apart(-problem.value(made), float(row["reward"])),
                apart(few, float(row[f"reward_after_{FEW_EPOCHS}"])),
            )
            checked[row["problem"]] += 1
    assert set(checked) == set(PROBLEMS) and min(checked.values()) >= 100, checked
    print(f"{sum(checked.values())} architectures, largest difference {worst:.1e}")
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
