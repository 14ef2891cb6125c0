#!/usr/bin/env python3
"""Searches with a sampler of another library and prints the processor seconds of its asks and tells, as controllers.py asks.

    controllers_peer.py LIBRARY ALGORITHM SIZES LIMIT FOLDER      prints {trials told: seconds}, as JSON
"""

import json
import os
import sys
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"
warnings.filterwarnings("ignore")
REALS, EPOCHS, WARM_UP = 6, 27, 15


def value(numbers, centre=0.3):
    return sum((x - centre) ** 2 for x in numbers)


def optuna_search(algorithm, trials, folder):
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    samplers = optuna.samplers
    sampler = {
        "random": samplers.RandomSampler,
        "quasi-random": samplers.QMCSampler,
        "tpe": lambda seed: samplers.TPESampler(seed=seed, multivariate=True, group=True),
        "cma-es": samplers.CmaEsSampler,
        "evolution": samplers.NSGAIISampler,
        "nsga2": samplers.NSGAIISampler,
        "hyperband": samplers.RandomSampler,
        "bohb": lambda seed: samplers.TPESampler(seed=seed, multivariate=True, group=True),
    }[algorithm](seed=1)
    halving = algorithm in ("hyperband", "bohb")
    pruner = optuna.pruners.HyperbandPruner(min_resource=1, max_resource=EPOCHS, reduction_factor=3) if halving else None
    directions = ["minimize", "minimize"] if algorithm == "nsga2" else ["minimize"]
    study = optuna.create_study(study_name="search", sampler=sampler, pruner=pruner, directions=directions)

    def step():
        trial = study.ask()
        numbers = [trial.suggest_float(f"x{i}", 0, 1) for i in range(REALS)]
        for epoch in (1, 3, 9) if halving else ():
            trial.report(value(numbers) / epoch, epoch)
            if trial.should_prune():
                study.tell(trial, state=optuna.trial.TrialState.PRUNED)
                return
        values = [value(numbers), value(numbers, 0.7)]
        study.tell(trial, values[:len(directions)])
    return step


def skopt_search(algorithm, trials, folder):
    import skopt

    estimator = {"bayesian": "GP", "bayesian, random forest": "RF"}[algorithm]
    optimizer = skopt.Optimizer([(0.0, 1.0)] * REALS, estimator, random_state=1, acq_func="EI", n_initial_points=10)

    def step():
        point = optimizer.ask()
        optimizer.tell(point, value(point))
    return step


def tuner_search(algorithm, trials, folder):
    import keras_tuner
    from keras_tuner.engine import trial as trials_of

    parameters = keras_tuner.HyperParameters()
    for i in range(REALS):
        parameters.Float(f"x{i}", 0.0, 1.0)
    settings = {"objective": keras_tuner.Objective("loss", "min"), "hyperparameters": parameters, "seed": 1,
                "tune_new_entries": False}
    oracles = keras_tuner.oracles
    oracle = {
        "random": lambda: oracles.RandomSearchOracle(max_trials=trials, **settings),
        "bayesian": lambda: oracles.BayesianOptimizationOracle(max_trials=trials, num_initial_points=10, **settings),
        "hyperband": lambda: oracles.HyperbandOracle(max_epochs=EPOCHS, factor=3, hyperband_iterations=10_000, **settings),
    }[algorithm]()
    oracle._set_project_dir(folder, "search")
    oracle.reload = lambda: None

    def step():
        trial = oracle.create_trial("tuner")
        if trial.status != trials_of.TrialStatus.RUNNING:
            raise RuntimeError(f"Keras Tuner's trial is {trial.status}")
        numbers = [trial.hyperparameters.get(f"x{i}") for i in range(REALS)]
        oracle.update_trial(trial.trial_id, {"loss": value(numbers)})
        trial.status = trials_of.TrialStatus.COMPLETED
        oracle.end_trial(trial)
    return step


def smac_search(algorithm, trials, folder):
    import logging

    import ConfigSpace
    import smac
    from smac.runhistory import TrialValue

    logging.disable(logging.CRITICAL)
    space = ConfigSpace.ConfigurationSpace({f"x{i}": (0.0, 1.0) for i in range(REALS)}, seed=1)
    scenario = smac.Scenario(space, deterministic=True, n_trials=trials, seed=1, output_directory=folder)
    facade = {"random": smac.RandomFacade, "bayesian": smac.BlackBoxFacade,
              "bayesian, random forest": smac.HyperparameterOptimizationFacade}[algorithm]
    # As many first trials as the others have; its default is ten for each decision.
    first = {} if algorithm == "random" else {"initial_design": facade.get_initial_design(scenario, n_configs=10)}
    search = facade(scenario, lambda config, seed=0: 0.0, overwrite=True, logging_level=False, **first)

    def step():
        asked = search.ask()
        search.tell(asked, TrialValue(cost=value([asked.config[f"x{i}"] for i in range(REALS)])))
    return step


LIBRARIES = {"Optuna": optuna_search, "scikit-optimize": skopt_search, "Keras Tuner": tuner_search, "SMAC": smac_search}


def warm_up(step):
    """Lets the library import what it imports late; it is not measured, as that of Espalier is not."""
    start = time.process_time()
    for _ in range(WARM_UP):
        step()
        if time.process_time() - start > 2:
            return


def main():
    library, algorithm, sizes, limit, folder = sys.argv[1:]
    sizes = list(map(int, sizes.split(",")))
    output, sys.stdout = sys.stdout, sys.stderr
    warm_up(LIBRARIES[library](algorithm, WARM_UP, os.path.join(folder, "warm-up")))
    step = LIBRARIES[library](algorithm, sizes[-1], os.path.join(folder, "search"))
    start, answer = time.process_time(), {}
    for told in range(1, sizes[-1] + 1):
        step()
        taken = time.process_time() - start
        if told in sizes:
            answer[told] = taken
        if taken > float(limit):
            break
    print(json.dumps(answer), file=output)


if __name__ == "__main__":
    main()
