"""Controllers: the time of asking and telling in a search of up to 10,000 trials, or as many as the limit of time allows.

The problem is a quadratic function of six real numbers, 0 to 1 (ControllerTimes); the libraries search the same. Times are
processor seconds of all asks and tells, without evaluation. A library that has not told so many trials within the limit has
no row of that size.
"""

import csv
import json

from measurement import OURS, PROCESSOR, Case, run

SIZES, SIZES_OF_MODELS = (100, 1000, 10_000), (30, 100, 300)
FOREST = "bayesian: {surrogate: {type: random-forest}}"
# Our controllers and the peers that have the algorithm.
PEERS = {
    "random": ("Optuna", "Keras Tuner", "SMAC"),
    "quasi-random": ("Optuna",),
    "tpe": ("Optuna",),
    "cma-es": ("Optuna",),
    "evolution": ("Optuna",),
    "nsga2": ("Optuna",),
    "hyperband": ("Optuna", "Keras Tuner"),
    "bohb": ("Optuna",),
    "bayesian": ("scikit-optimize", "Keras Tuner", "SMAC"),
    FOREST: ("scikit-optimize", "SMAC"),
}
WITHOUT_PEER = ("reinforce", "local-search", "asha", "successive-halving", "parego")
LIMIT, LIMIT_OF_MODELS, LIMIT_OF_1000 = 10, 20, 180


def cases(bench):
    for controller, peers in PEERS.items():
        model = controller.startswith("bayesian")
        sizes = SIZES_OF_MODELS if model else SIZES
        limit = bench.pick(LIMIT_OF_MODELS if model else LIMIT, 2)
        name = "bayesian, random forest" if controller == FOREST else controller
        programs = {OURS: lambda _: ours(bench, controller, sizes, limit)}
        for peer in peers:
            programs[peer] = lambda _, p=peer: theirs(bench, p, name, sizes, limit)
        yield Case("controllers", name, 0, programs, rounds=1 if model else 2)
    for controller in () if bench.quick else WITHOUT_PEER:
        yield Case("controllers", controller, 0, {OURS: lambda _: ours(bench, controller, SIZES, LIMIT)}, rounds=1)
    if not bench.quick:
        yield Case("controllers", "bayesian, limit of 180 s", 0,
                   {OURS: lambda _: ours(bench, "bayesian", (1000,), LIMIT_OF_1000)}, rounds=1)


def ours(bench, controller, sizes, limit):
    done = run(bench.java("controller.ControllerTimes", "--controller", controller, "--repeats", 1, "--limit", limit,
                          "--told", ",".join(map(str, sizes)), options=()))
    lines = [line for line in done.output.splitlines() if line.count(",") == 4]
    return {int(row["told"]): {PROCESSOR: float(row["seconds"])} for row in csv.DictReader(lines)}


def theirs(bench, peer, algorithm, sizes, limit):
    done = run(bench.python("suite/controllers_peer.py", peer, algorithm, ",".join(map(str, sizes)), limit, bench.new_folder()))
    return {int(told): {PROCESSOR: seconds} for told, seconds in json.loads(done.output.splitlines()[-1]).items()}
