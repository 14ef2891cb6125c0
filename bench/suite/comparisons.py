"""Comparisons on the tables that come with Espalier: all controllers, 100 seeds; and searches by Optuna on the same table."""

import json

from measurement import OURS, ROOT, Case, run, times

EXPERIMENTS = ROOT / "experiments"
TABLE = ROOT / "nas-engine/src/main/resources/org/espalier/nas/engine/table/nasbench-201-cifar10.npz"
WHOLE = ("ablation-nasbench201.yaml", "ablation-controllers.yaml")
OPTUNA = "Optuna"
TRIALS = 100


def cases(bench):
    for algorithm in ("random", "tpe"):
        searches = bench.pick(100, 2)
        yield Case("comparisons", f"searches of 100 trials, NAS-Bench-201, {algorithm}", searches, {
            OURS: lambda _: ours(bench, algorithm, searches),
            OPTUNA: lambda _: optuna(bench, algorithm, searches)}, rounds=2)
    for seeds in bench.pick((10, 100, 1000), (10,)):
        yield Case("comparisons", "growth of seeds (random, evolution)", seeds,
                   {OURS: lambda _: compare(bench, growth_file(bench, seeds)).times()}, rounds=1)
    for file in bench.pick(WHOLE, ()):
        yield Case("comparisons", file + ", all searches", 1,
                   {OURS: lambda _: compare(bench, EXPERIMENTS / file).times()}, rounds=1)


def compare(bench, file):
    return bench.run_nas("compare", file, "--out", bench.new_folder())


def comparison(bench, seeds, arms):
    """Writes a comparison on the table of CIFAR-10, one trial after another, with the budget of 100 trials."""
    file = bench.new_folder() / "comparison.yaml"
    content = {"name": "searches", "base": str(EXPERIMENTS / "nasbench201.yaml"), "seeds": seeds,
               "budget": {"trials": TRIALS}, "reference": "random", "arms": arms}
    file.write_text(json.dumps(content))
    return file


def growth_file(bench, seeds):
    return comparison(bench, seeds, {"random": {"controller": {"type": "random"}},
                                     "evolution": {"controller": {"type": "evolution", "batch": 1}}})


def ours(bench, algorithm, searches):
    """A comparison needs two arms: the other one repeats the first under another name."""
    arms = {"random": {"controller": {"type": algorithm}}, "again": {"controller": {"type": algorithm, "batch": 1}}}
    usage = compare(bench, comparison(bench, searches // 2, arms))
    return usage.times()


def optuna(bench, algorithm, searches):
    usage = run(bench.python("suite/table_peer.py", algorithm, searches, TRIALS, TABLE))
    answer = json.loads(usage.output.splitlines()[-1])
    assert answer["searches"] == searches
    return times(usage.elapsed, usage.processor)
