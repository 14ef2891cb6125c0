"""The headline: 100 perceptrons × 10 epochs on wine, with and without weight sharing.

Ours is the whole program, from its start to its end. The networks are those that random search proposes for
experiments/wine-quality.yaml. The other programs train a sample of the same networks on the same prepared data, and their
time is that of their start plus that of the sample, scaled by the number of networks.
"""

import json

import headline_peer
from measurement import OURS, ROOT, Case, run, times

FILE = ROOT / "experiments" / "wine-quality.yaml"
RANDOM = "controller={type: random}"
BASE, LARGE = 10, 100


def cases(bench):
    data = bench.new_folder()
    run(bench.java("peer.ExperimentDump", FILE, data, LARGE, RANDOM))
    networks = [network["name"] for network in headline_peer.networks_of(data)]
    for sharing in ("none", "bigram"):
        name = "networks × 10 epochs" if sharing == "none" else "networks × 10 epochs, weight sharing"
        count = bench.pick(LARGE, BASE)
        samples = {headline_peer.FIT: bench.pick(10, 2), headline_peer.FUNCTION: bench.pick(33 if sharing == "none" else 10, 2)}
        programs = {OURS: lambda r, s=sharing, n=name: ours(bench, n, s, count, networks=networks if r == 0 else ())}
        for program in headline_peer.PROGRAMS:
            programs[program] = lambda r, p=program, s=sharing, n=name, c=samples[program]: peer(bench, data, n, p, s, count, c, r)
        yield Case("headline", name, count, programs, rounds=5 if sharing == "none" else 3)
    for count in bench.pick((BASE, LARGE, 10 * LARGE), (BASE,)):
        yield Case("headline", "growth of networks (2 epochs)", count,
                   {OURS: lambda r, c=count: ours(bench, "", "none", c, epochs=2)}, rounds=1)
    for epochs in bench.pick((1, 10, 100), (1, 10)):
        yield Case("headline", "growth of epochs (10 networks)", epochs,
                   {OURS: lambda r, e=epochs: ours(bench, "", "none", BASE, epochs=e)}, rounds=1)


def ours(bench, name, sharing, trials, epochs=10, networks=()):
    """Runs a search; with the names of the networks that the others train, keeps the accuracies and compares the names."""
    usage = bench.run_nas("run", FILE, "--json", "--out", bench.new_folder(), "--set", RANDOM, "--set",
                          f"evaluator.sharing.mode={sharing}", "--set", f"budget.trials={trials}", "--set",
                          f"evaluator.epochs={epochs}", "--set", "output.report=false")
    if networks:
        folder = json.loads(usage.output)["run"]
        rows = json.loads(bench.run_nas("trials", folder, "--json").output)
        searched = ["[" + ", ".join(row[key] for key in sorted(row) if key.startswith("decision.")) + "]" for row in rows]
        if searched != networks[:trials]:
            raise RuntimeError("the search did not train the networks that the others are given")
        bench.accuracies += [(name, OURS, row["trial"], row["validation.accuracy"]) for row in rows]
    return usage.times()


def peer(bench, data, name, program, sharing, networks, sample, number):
    """Runs a sample, which is another one in each round; with sharing it is always the first networks."""
    if sharing == "none":
        chosen = headline_peer.spread(data, networks, sample, number)
    else:
        chosen = list(range(sample))
    usage = run(bench.python("suite/headline_peer.py", program, data, sharing, number, ",".join(map(str, chosen))))
    answer = json.loads(usage.output.splitlines()[-1])
    known = {row[:3] for row in bench.accuracies}
    bench.accuracies += [row for row in ((name, program, number + 1, accuracy)
                                         for number, accuracy in zip(chosen, answer["accuracies"])) if row[:3] not in known]
    scale = networks / len(chosen)
    return times(usage.elapsed - answer["elapsed"] + answer["elapsed"] * scale,
                 usage.processor - answer["processor"] + answer["processor"] * scale)
