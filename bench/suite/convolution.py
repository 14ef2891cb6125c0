"""Convolution on 28 × 28 images, batch 100, Adam: the MNIST network, chains, a NASNet cell, a cell of NAS-Bench-201.

step     one training step, one thread on both sides: a run of many steps minus a run of few
first    a new network: built, trained for one step, validated on 100 images; one thread
trial    new networks, each trained for some steps and validated on 1,000 images; Espalier with two workers of one thread,
         Keras fit with two threads

Three processes stay alive: Espalier (TrialProcess), Keras with one thread, Keras with two; they take turns.
"""

from measurement import OURS, Case, Program, times

KERAS, FIT = "Keras in a tf.function", "Keras fit"
NAMES = {"mnist": "MNIST network", "nasnet": "NASNet cell", "nasbench201": "NAS-Bench-201 cell", "chain": "chains"}
# Steps of the short and of the long run that are compared, by family.
STEPS = {"mnist": (20, 120), "nasnet": (2, 10), "nasbench201": (5, 25)}
TRIALS = {"mnist": (1, 50), "chain": (6, 60), "nasnet": (2, 20), "nasbench201": (2, 40)}
VALIDATED = 1000


def cases(bench):
    ours = Program(bench.java("image.TrialProcess"))
    bench.closing.callback(ours.close)
    networks = bench.new_folder() / "networks.jsonl"
    networks.write_text("".join(ours.first))
    one, two = (Program(bench.python("suite/convolution_peer.py", threads, networks)) for threads in (1, 2))
    for program in (one, two):
        bench.closing.callback(program.close)

    for family, (few, many) in STEPS.items():
        ours.ask(f"{family} 1 1 {few} {VALIDATED}")
        one.ask(f"step {family} {few}")
        yield Case("convolution", f"step, {NAMES[family]}", 1, {
            OURS: lambda _: slope(ours, f"{family} 1 1 {{}} {VALIDATED}", few, many),
            KERAS: lambda _: slope(one, f"step {family} {{}}", few, many)}, rounds=5 if family == "mnist" else 3)
    for family in STEPS:
        ours.ask(f"{family} 1 1 1 100")
        yield Case("convolution", f"new network, first step: {NAMES[family]}", 1, {
            OURS: lambda _: times(*ours.ask(f"{family} 1 1 1 100")),
            KERAS: lambda _: times(*one.ask(f"first {family} 100"))})
    for family, (count, usual) in TRIALS.items():
        for steps in bench.pick((usual, usual * 10) if family == "mnist" else (usual,), (usual // 10,)):
            programs = {OURS: lambda _: times(*ours.ask(f"{family} {count} 2 {steps} {VALIDATED}"))}
            if steps <= usual:
                programs[FIT] = lambda _: times(*two.ask(f"fit {family} {count} {steps} {VALIDATED}"))
            yield Case("convolution", f"short trials, {NAMES[family]} ({count})", steps, programs,
                       rounds=3 if family in ("mnist", "chain") else 2)


def slope(program, request, few, many):
    """Returns the time of one step."""
    short, long = program.ask(request.format(few)), program.ask(request.format(many))
    return times(*((b - a) / (many - few) for a, b in zip(short, long)))
