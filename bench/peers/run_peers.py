#!/usr/bin/env python3
"""Searches the reference problems with other libraries and writes the best regret so far as CSV.

    bench/peers/run_peers.py --out peers.csv [--peers optuna-tpe,…] [--problems branin,…]
                             [--seeds 30] [--first-seed 1] [--trials 100] [--workers 2]

Rows that the file has already are kept and not searched again.
"""

import argparse
import csv
import math
import os
import random
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor, as_completed

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
warnings.filterwarnings("ignore")

from problems import PROBLEMS, Options, Real, Whole  # noqa: E402

EPOCHS = 27
CHECKPOINT = 10
COLUMNS = ("problem", "algorithm", "seed", "trial", "best_regret")


def uniform(draw, parameter):
    domain = parameter.domain
    if isinstance(domain, Options):
        return draw.randrange(len(domain.labels))
    if isinstance(domain, Whole):
        return draw.randint(domain.low, domain.high)
    if domain.log:
        value = math.exp(draw.uniform(math.log(domain.low), math.log(domain.high)))
        return min(domain.high, max(domain.low, value))
    return draw.uniform(domain.low, domain.high)


def search_random(problem, seed, trials):
    """Uniform, and logarithmically where the scale is."""
    draw = random.Random(seed)
    for _ in range(trials):
        yield problem.regret(problem.walk(lambda parameter: uniform(draw, parameter)))


def suggestion(trial):
    """Each parameter as Optuna has it; ordered options as the number of the option."""

    def ask(parameter):
        domain = parameter.domain
        if isinstance(domain, Real):
            return trial.suggest_float(parameter.name, domain.low, domain.high, log=domain.log)
        if isinstance(domain, Whole):
            return trial.suggest_int(parameter.name, domain.low, domain.high)
        if domain.ordered:
            return trial.suggest_int(parameter.name, 0, len(domain.labels) - 1)
        return trial.suggest_categorical(parameter.name, list(range(len(domain.labels))))

    return ask


def optuna_search(sampler):
    """A search by one of Optuna's samplers, `sampler(optuna, seed)`."""

    def search(problem, seed, trials):
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        study = optuna.create_study(sampler=sampler(optuna, seed))
        for _ in range(trials):
            trial = study.ask()
            value = problem.value(problem.walk(suggestion(trial)))
            study.tell(trial, value)
            yield value - problem.minimum

    return search


def search_hyperband(problem, seed, trials):
    """TPE with Hyperband's pruner; as many epochs as `trials` whole trials have."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(
        # The pruner draws brackets by the study's name, which is random if none is given.
        study_name=f"search-{seed}",
        sampler=optuna.samplers.TPESampler(seed=seed, multivariate=True, group=True),
        pruner=optuna.pruners.HyperbandPruner(
            min_resource=1, max_resource=EPOCHS, reduction_factor=3
        ),
    )
    spent, shown, best = 0, 0, math.inf
    while shown < trials:
        trial = study.ask()
        answers = problem.walk(suggestion(trial))
        trained, pruned = 0, False
        for epochs in (1, 3, 9, EPOCHS):
            spent += epochs - trained
            trained = epochs
            value = problem.value_after(answers, epochs, EPOCHS)
            trial.report(value, epochs)
            if epochs < EPOCHS and trial.should_prune():
                pruned = True
                break
        if pruned:
            study.tell(trial, state=optuna.trial.TrialState.PRUNED)
        else:
            study.tell(trial, value)
        if not pruned and spent <= trials * EPOCHS:
            best = min(best, value - problem.minimum)
        while shown < trials and (shown + 1) * EPOCHS <= spent:
            shown += 1
            yield best


def dimension(parameter):
    import skopt.space as space

    domain = parameter.domain
    if isinstance(domain, Real):
        prior = "log-uniform" if domain.log else "uniform"
        return space.Real(domain.low, domain.high, prior=prior, name=parameter.name)
    if isinstance(domain, Whole):
        return space.Integer(domain.low, domain.high, name=parameter.name)
    if domain.ordered:
        return space.Integer(0, len(domain.labels) - 1, name=parameter.name)
    return space.Categorical(list(range(len(domain.labels))), name=parameter.name)


def search_skopt(problem, seed, trials):
    """A Gaussian process; it knows no conditions, so that what does not apply is asked in vain."""
    import skopt

    def value(point):
        asked = dict(zip((p.name for p in problem.parameters), point))
        return problem.value(problem.walk(lambda p: asked[p.name]))

    result = skopt.gp_minimize(
        value,
        [dimension(parameter) for parameter in problem.parameters],
        n_calls=trials,
        random_state=seed,
        acq_func="EI",
    )
    return (value - problem.minimum for value in result.func_vals)


PEERS = {
    "py-random": search_random,
    "optuna-tpe": optuna_search(
        lambda optuna, seed: optuna.samplers.TPESampler(seed=seed, multivariate=False)
    ),
    "optuna-tpe-multivariate": optuna_search(
        lambda optuna, seed: optuna.samplers.TPESampler(seed=seed, multivariate=True, group=True)
    ),
    "optuna-cmaes": optuna_search(lambda optuna, seed: optuna.samplers.CmaEsSampler(seed=seed)),
    "optuna-hyperband": search_hyperband,
    "skopt-gp": search_skopt,
}


def only_reals(name):
    domains = [parameter.domain for parameter in PROBLEMS[name](1).parameters]
    return all(isinstance(domain, Real) for domain in domains) and name != "tree"


def searched(job):
    name, peer, seed, trials = job
    rows, best = [], math.inf
    for trial, regret in enumerate(PEERS[peer](PROBLEMS[name](seed), seed, trials), 1):
        best = min(best, regret)
        if trial % CHECKPOINT == 0:
            rows.append((name, peer, seed, trial, repr(float(best))))
    return rows


def jobs(options):
    known = set()
    if os.path.exists(options.out):
        with open(options.out, newline="") as lines:
            for row in csv.DictReader(lines):
                if int(row["trial"]) == options.trials:
                    known.add((row["problem"], row["algorithm"], int(row["seed"])))
    for seed in range(options.first_seed, options.first_seed + options.seeds):
        for peer in options.peers.split(","):
            for name in options.problems.split(","):
                if peer == "optuna-cmaes" and not only_reals(name):
                    continue
                if (name, peer, seed) not in known:
                    yield name, peer, seed, options.trials


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--problems", default=",".join(PROBLEMS))
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    todo = list(jobs(options))
    begun = time.time()
    fresh = not os.path.exists(options.out)
    with open(options.out, "a", newline="") as out, ProcessPoolExecutor(options.workers) as pool:
        writer = csv.writer(out)
        if fresh:
            writer.writerow(COLUMNS)
        for done in as_completed([pool.submit(searched, job) for job in todo]):
            writer.writerows(done.result())
            out.flush()
    print(f"{len(todo)} searches in {time.time() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
