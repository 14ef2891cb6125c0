#!/usr/bin/env python3
"""Searches the cells of a table of NAS-Bench-201 with Optuna, in memory.

    table_peer.py ALGORITHM SEARCHES TRIALS TABLE      the number of searches and their mean best reward, as JSON
"""

import io
import json
import sys
import zipfile

import numpy
import optuna

SAMPLERS = {
    "random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
    "tpe": lambda seed: optuna.samplers.TPESampler(seed=seed, multivariate=True, group=True),
}


def rewards_of(table):
    """Returns the mean validation accuracy after the first epochs of each cell, and the options of each edge."""
    with zipfile.ZipFile(table) as file:
        accuracies = numpy.load(io.BytesIO(file.read("values/validation.accuracy.npy")))[:, :, 0]
        cells = json.loads(file.read("architectures.json"))
    keys = [tuple(choice["label"] for choice in cell) for cell in cells]
    options = [sorted(set(labels)) for labels in zip(*keys)]
    return dict(zip(keys, numpy.nanmean(accuracies, axis=1).tolist())), options


def main():
    algorithm, searches, trials, table = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    rewards, options = rewards_of(table)
    best = []
    for seed in range(searches):
        study = optuna.create_study(direction="maximize", sampler=SAMPLERS[algorithm](seed))
        study.optimize(
            lambda trial: rewards[tuple(trial.suggest_categorical(f"edge {i}", each) for i, each in enumerate(options))],
            n_trials=trials)
        best.append(study.best_value)
    print(json.dumps({"searches": searches, "best": sum(best) / len(best)}))


if __name__ == "__main__":
    main()
