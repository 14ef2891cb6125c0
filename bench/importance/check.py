#!/usr/bin/env python3
"""Compares importances of decisions (PED-ANOVA) with those of Optuna.

    pip install -r bench/importance/requirements.txt
    mvn -q -pl nas-analysis -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
    bench/importance/check.py

Makes random studies in Optuna: real, logarithmic, integer, stepped and categorical parameters, some of them
conditional or with a range that depends on another parameter; ties, infinite values, failed and pruned trials; both
directions; default and other settings of the evaluator. Both sides compute the importances of the same trials.
Prints the largest difference of each study, of importances and of normalised ones, and fails if one is above 1e-9.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances
from optuna.trial import TrialState, create_trial

STUDIES = 20
TOLERANCE = 1e-9
MODULE = Path(__file__).resolve().parents[2] / "nas-analysis" / "target"
SETTINGS = [(0.1, 1.0, True)] * 4 + [(0.25, 0.5, True), (0.1, 1.0, False), (0.05, 0.6, False), (0.5, 1.0, True)]


def distribution(random):
    """A parameter of one of eight kinds."""
    kind = random.integers(8)
    low = int(random.integers(1, 10))
    if kind == 0:
        return FloatDistribution(float(random.normal(-3, 1)), float(random.uniform(0, 5)))
    if kind == 1:
        return FloatDistribution(float(10.0 ** -random.integers(1, 6)), float(random.uniform(0.5, 100)), log=True)
    if kind == 2:
        return IntDistribution(-low, int(random.integers(0, 120)))
    if kind == 3:
        return IntDistribution(low, low + int(random.integers(1, 2000)), log=True)
    if kind == 4:
        step = int(random.integers(2, 9))
        return IntDistribution(low, low + step * int(random.integers(1, 80)), step=step)
    if kind == 5:
        return IntDistribution(low, low) if random.random() < 0.3 else FloatDistribution(0.0, 1.0)
    return CategoricalDistribution([f"option {i}" for i in range(random.integers(1 if kind == 6 else 2, 9))])


def draw(random, space, centre):
    """A value whose position in its range is near a centre, as controllers propose it."""
    position = min(max(random.normal(centre, 0.25), 0), 1) if random.random() < 0.6 else random.random()
    if isinstance(space, CategoricalDistribution):
        return space.choices[min(int(position * len(space.choices)), len(space.choices) - 1)], position
    if space.log:
        value = math.exp(math.log(space.low) + position * (math.log(space.high) - math.log(space.low)))
    else:
        value = space.low + position * (space.high - space.low)
    if isinstance(space, IntDistribution):
        value = space.low + round((value - space.low) / space.step) * space.step
    return min(max(value, space.low), space.high), position


def trial(random, spaces, roots, weights, centre, rounded):
    params, used, value = {}, {}, random.normal(0, 0.3)
    for name, space in spaces.items():
        root = roots.get(name)
        if root is not None and params.get("root") != root:
            continue
        if name == "moving":
            space = IntDistribution(0, 20 if params["root"] == "option 0" else 40)
        params[name], position = draw(random, space, centre)
        used[name] = space
        value += weights[name] * (position - 0.7) ** 2
    value = round(value, 1) if rounded else value
    state = TrialState.COMPLETE
    chance = random.random()
    if chance < 0.03:
        value = math.inf
    elif chance < 0.08:
        state, value = TrialState.FAIL, None
    elif chance < 0.13:
        state = TrialState.PRUNED
    return create_trial(state=state, value=value, params=params, distributions=used)


def study(random, trials, parameters):
    spaces = {"root": CategoricalDistribution([f"option {i}" for i in range(random.integers(2, 4))])}
    if random.random() < 0.5:
        spaces["moving"] = IntDistribution(0, 40)
    spaces |= {f"parameter {i}": distribution(random) for i in range(parameters)}
    roots = {name: f"option {random.integers(2)}" for name in spaces if "parameter" in name and random.random() < 0.3}
    weights = {name: random.exponential() ** 2 for name in spaces}
    made = optuna.create_study(direction="maximize" if random.random() < 0.5 else "minimize")
    rounded = random.random() < 0.4
    made.add_trials([trial(random, spaces, roots, weights, number / trials, rounded) for number in range(trials)])
    return made


def domain(space):
    if isinstance(space, CategoricalDistribution):
        return {"options": len(space.choices)}
    kind = {"low": space.low, "high": space.high, "log": space.log}
    return kind | ({"step": space.step} if isinstance(space, IntDistribution) else {})


def exported(made, settings):
    """The completed trials as Java reads them."""
    domains, trials = [], []
    for done in made.get_trials(states=(TrialState.COMPLETE,)):
        answers = []
        for name, space in done.distributions.items():
            entry = {"name": name} | domain(space)
            if entry not in domains:
                domains.append(entry)
            answers.append([domains.index(entry), space.to_internal_repr(done.params[name])])
        trials.append({"score": done.value if math.isfinite(done.value) else None, "answers": answers})
    return {
        "maximize": made.direction == optuna.study.StudyDirection.MAXIMIZE,
        "target": settings[0], "region": settings[1], "local": settings[2],
        "domains": domains, "trials": trials,
    }


def expected(made, settings):
    target, region, local = settings
    evaluator = PedAnovaImportanceEvaluator(target_quantile=target, region_quantile=region, evaluate_on_local=local)
    return [get_param_importances(made, evaluator=evaluator, normalize=normalize) for normalize in (False, True)]


def answers(studies, classpath):
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "studies.jsonl"), Path(folder, "importances.jsonl")
        asked.write_text("".join(json.dumps(each) + "\n" for each in studies))
        subprocess.run(
            ["java", "-cp", classpath, "org.espalier.nas.analysis.importance.ImportanceDump", asked, answered],
            check=True)
        return [json.loads(line) for line in answered.read_text().splitlines()]


def largest(found, wanted):
    assert found.keys() == wanted.keys(), (found, wanted)
    return max((abs(found[name] - wanted[name]) for name in wanted), default=0.0)


def classpath():
    libraries = (MODULE / "classpath").read_text().strip()
    return os.pathsep.join([str(MODULE / "test-classes"), str(MODULE / "classes"), libraries])


def timed(random, java):
    """Prints the times of both sides for 10,000 trials of 32 parameters."""
    made = optuna.create_study(direction="maximize")
    spaces = {f"parameter {i}": distribution(random) for i in range(32)}
    weights = {name: random.exponential() for name in spaces}
    made.add_trials([trial(random, spaces, {}, weights, number / 10000, False) for number in range(10000)])
    started = time.perf_counter()
    raw, _ = expected(made, SETTINGS[0])
    print(f"Optuna:   {(time.perf_counter() - started) / 2:.3f} s")
    found = answers([exported(made, SETTINGS[0])] * 20, java)
    print(f"Espalier: {found[0]['seconds']:.3f} s in a new process, {min(each['seconds'] for each in found):.3f} s later")
    return largest(found[0]["values"], raw)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classpath", help="where the Java classes and libraries are")
    parser.add_argument("--golden", type=Path, help="write small studies and Optuna's values for the test in Java")
    parser.add_argument("--time", action="store_true", help="measure 10,000 trials of 32 parameters, too")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    random = np.random.default_rng(options.seed)
    sizes = [60] * 4 if options.golden else [int(size) for size in random.integers(2, 400, STUDIES)]
    cases = []
    for number, size in enumerate(sizes):
        settings = SETTINGS[3 + number if options.golden else number % len(SETTINGS)]
        cases.append((study(random, size, 5 if options.golden else int(random.integers(1, 12))), settings))
    if options.golden:
        lines = []
        for made, settings in cases:
            raw, shares = expected(made, settings)
            lines.append(json.dumps(exported(made, settings) | {"values": raw, "shares": shares}) + "\n")
        options.golden.write_text("".join(lines))
        return 0
    java = options.classpath or classpath()
    worst = 0.0
    found = answers([exported(*case) for case in cases], java)
    for number, (case, ours) in enumerate(zip(cases, found, strict=True), start=1):
        raw, shares = expected(*case)
        gaps = largest(ours["values"], raw), largest(ours["shares"], shares)
        worst = max(worst, *gaps)
        print(f"study {number:2}  {len(case[0].trials):3} trials  {len(raw):2} parameters  "
              f"importance {gaps[0]:.1e}  normalised {gaps[1]:.1e}")
    if options.time:
        worst = max(worst, timed(random, java))
    print(f"largest difference: {worst:.1e}")
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
