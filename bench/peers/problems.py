"""The reference problems of nas-problems (RealFunction, ConditionalProblems, EpochsProblem), again.

A problem has parameters, some of which are asked only after certain answers, and a value to be
minimised whose minimum is known. `check.py` holds the values against those that Java gives.
"""

import math
from dataclasses import dataclass, field
from typing import Callable

MASK = (1 << 64) - 1


def unit(seed, index):
    """Output `index` of SplitMix64 from `seed`, its upper 53 bits as a fraction."""
    mixed = (seed + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
    mixed ^= mixed >> 31
    return (mixed >> 11) * 2.0**-53


@dataclass(frozen=True)
class Real:
    low: float
    high: float
    log: bool = False

    def place(self, value):
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def read(self, text):
        return float(text)


@dataclass(frozen=True)
class Whole:
    low: int
    high: int

    def place(self, value):
        return (value - self.low) / (self.high - self.low)

    def read(self, text):
        return int(text)


@dataclass(frozen=True)
class Options:
    """Labelled options; an answer is the index of one."""

    labels: tuple
    ordered: bool = False

    def place(self, value):
        return value / max(1, len(self.labels) - 1)

    def read(self, text):
        return self.labels.index(text)


@dataclass(frozen=True)
class Parameter:
    name: str
    domain: object
    when: dict = field(default_factory=dict)

    def applies(self, answers):
        return all(answers.get(name) == index for name, index in self.when.items())


@dataclass(frozen=True)
class Problem:
    parameters: tuple
    value: Callable
    minimum: float
    bias: float

    def walk(self, ask):
        """Answers each parameter that applies by `ask(parameter)`."""
        answers = {}
        for parameter in self.parameters:
            if parameter.applies(answers):
                answers[parameter.name] = ask(parameter)
        return answers

    def regret(self, answers):
        return self.value(answers) - self.minimum

    def value_after(self, answers, epochs, of):
        """The value that shows itself after some of all epochs."""
        domains = {parameter.name: parameter.domain for parameter in self.parameters}
        places = sum(domains[name].place(answer) for name, answer in answers.items())
        wave = math.sin(math.pi * places)
        return self.value(answers) + self.bias * wave * wave * (1 - epochs / of)


# The functions of the literature: sides as (low, high, place of the minimum).


def branin(x):
    b = 5.1 / (4 * math.pi * math.pi)
    slope = x[1] - b * x[0] * x[0] + 5 / math.pi * x[0] - 6
    return slope * slope + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x[0]) + 10


WEIGHTS = (1.0, 1.2, 3.0, 3.2)
SCALES = (
    (10, 3, 17, 3.5, 1.7, 8),
    (0.05, 10, 17, 0.1, 8, 14),
    (3, 3.5, 1.7, 10, 17, 8),
    (17, 8, 0.05, 10, 0.1, 14),
)
CENTRES = (
    (0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886),
    (0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991),
    (0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650),
    (0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381),
)
HARTMANN_BEST = (0.20168951, 0.15001069, 0.47687398, 0.27533243, 0.31165161, 0.65730053)


def hartmann6(x):
    total = 0.0
    for weight, scales, centres in zip(WEIGHTS, SCALES, CENTRES):
        distance = sum(s * (v - c) * (v - c) for s, v, c in zip(scales, x, centres))
        total += weight * math.exp(-distance)
    return -total


def rosenbrock(x):
    return sum(100 * (b - a * a) * (b - a * a) + (1 - a) * (1 - a) for a, b in zip(x, x[1:]))


def rastrigin(x):
    return sum(v * v - 10 * math.cos(2 * math.pi * v) + 10 for v in x)


@dataclass(frozen=True)
class Function:
    value: Callable
    sides: tuple
    minimum: float
    spread: float
    extent: float
    box_moves: bool
    mixed: str


FUNCTIONS = {
    "branin": Function(
        branin, ((-5, 10, math.pi), (0, 15, 2.275)), 0.39788735772973816, 50, 100, True, "ro"
    ),
    "hartmann6": Function(
        hartmann6,
        tuple((0, 1, best) for best in HARTMANN_BEST),
        -3.3223680114155147,
        0.4,
        100,
        True,
        "rwourr",
    ),
    "rosenbrock5": Function(
        rosenbrock, ((-2.048, 2.048, 1),) * 5, 0, 1400, 100, True, "rrwou"
    ),
    "rastrigin5": Function(rastrigin, ((-5.12, 5.12, 0),) * 5, 0, 25, 3, False, "rrwou"),
}
STEPS = {"w": 11, "o": 8, "u": 5}


def coordinate(side, form, seed):
    """The domain of a coordinate, and the coordinate that an answer means."""
    low, high, best = side
    if form == "r":
        return Real(low, high), lambda value: value
    if form == "l":
        return (
            Real(1e-5, 1e-1, log=True),
            lambda value: low + (high - low) * (math.log10(value) + 5) / 4,
        )
    number = STEPS[form]
    width = (high - low) / number
    first = best - min(number - 1, math.floor((best - low) / width)) * width
    if form == "w":
        return Whole(0, number - 1), lambda value: first + value * width
    if form == "o":
        labels = tuple(repr(first + index * width) for index in range(number))
        return Options(labels, ordered=True), lambda index: first + index * width
    return Options(tuple("abcde")), lambda index: first + ((2 * index + seed) % number) * width


def real_problem(function, forms, seed):
    shifts = [function.extent * (2 * unit(seed, i) - 1) for i in range(len(function.sides))]
    parameters, places = [], []
    for i, (low, high, best) in enumerate(function.sides):
        moved = shifts[i] if function.box_moves else 0
        side = (low + moved, high + moved, best + shifts[i])
        domain, place = coordinate(side, forms[i], seed)
        parameters.append(Parameter(f"x{i + 1}", domain))
        places.append(place)

    def value(answers):
        at = [place(answers[p.name]) for place, p in zip(places, parameters)]
        return function.value([x - shift for x, shift in zip(at, shifts)])

    return Problem(tuple(parameters), value, function.minimum, function.spread)


def tree(seed):
    """Jenatton, Archambeau, González & Seeger (2017), section 5.1, leaves shifted."""
    fork, leaf, shared = Options(("0", "1")), Real(-1, 1), Real(0, 1)
    parameters = (
        Parameter("x1", fork),
        Parameter("x2", fork, {"x1": 0}),
        Parameter("x3", fork, {"x1": 1}),
        Parameter("x4", leaf, {"x1": 0, "x2": 0}),
        Parameter("x5", leaf, {"x1": 0, "x2": 1}),
        Parameter("x6", leaf, {"x1": 1, "x3": 0}),
        Parameter("x7", leaf, {"x1": 1, "x3": 1}),
        Parameter("r8", shared, {"x1": 0}),
        Parameter("r9", shared, {"x1": 1}),
    )

    def value(answers):
        leaf = next(i for i in range(4) if f"x{i + 4}" in answers)
        apart = answers[f"x{leaf + 4}"] - (unit(seed, leaf) - 0.5)
        return apart * apart + 0.1 * (leaf + 1) + answers["r8" if leaf < 2 else "r9"]

    return Problem(parameters, value, 0.1, 0.5)


def optimizer(seed):
    """What tuning an optimizer looks like."""
    parameters = (
        Parameter("optimizer", Options(("sgd", "adam", "rmsprop"))),
        Parameter("learning_rate", Real(1e-5, 1, log=True)),
        Parameter("momentum", Real(0, 0.99), {"optimizer": 0}),
        Parameter("beta", Real(0.5, 0.999), {"optimizer": 1}),
        Parameter("dropout", Real(0, 0.8)),
        Parameter("layers", Whole(1, 6)),
    )

    def value(answers):
        dropout = answers["dropout"] - 0.2 - 0.4 * unit(seed, 3)
        layers = answers["layers"] - 4.0
        rest = 0.5 * dropout * dropout + 0.02 * layers * layers
        rate = math.log10(answers["learning_rate"])
        if answers["optimizer"] == 0:
            momentum = answers["momentum"]
            step = rate - math.log10(1 - momentum) - unit(seed, 0) + 1.5
            return 0.1 + 0.1 * (step * step) + 0.2 * ((momentum - 0.9) * (momentum - 0.9)) + rest
        if answers["optimizer"] == 1:
            step = rate + 3.5 - unit(seed, 1)
            beta = answers["beta"] - 0.9
            return 0.25 + 0.1 * (step * step) + beta * beta + rest
        step = rate + 3.5 - unit(seed, 2)
        return 0.35 + 0.1 * (step * step) + rest

    return Problem(parameters, value, 0.1, 0.5)


def _family(function, variant):
    size = len(function.sides)
    forms = {"": "r" * size, "-mixed": function.mixed, "-log": ("lr" * size)[:size]}[variant]
    return lambda seed: real_problem(function, forms, seed)


PROBLEMS = {
    name + variant: _family(function, variant)
    for name, function in FUNCTIONS.items()
    for variant in ("", "-mixed", "-log")
}
PROBLEMS["tree"] = tree
PROBLEMS["optimizer"] = optimizer
