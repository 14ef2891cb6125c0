"""The table of results, computed from the raw data alone."""

import math
import statistics
from collections import defaultdict

from measurement import DISK, ELAPSED, MEMORY, OURS, PROCESSOR

TITLES = {
    "headline": "Perceptrons on wine",
    "convolution": "Convolution",
    "controllers": "Controllers",
    "engine": "Engine",
    "comparisons": "Comparisons",
    "startup": "Start-up, memory and disk",
}
# The load before a workload from which on the machine counts as busy; the workload before leaves some.
BUSY = 4
LATE = "over the limit"
# The ratios that are wanted at least, by parts of the names of workload, case and library; in parentheses the largest time.
WANTED = (
    ("headline", "networks × 10", "Keras", "30"),
    ("headline", "networks × 10", "tf.function", "5"),
    ("convolution", "step, MNIST", "", "0.95"),
    ("convolution", "step, NASNet", "", "1.25"),
    ("convolution", "step, NAS-Bench", "", "1.43"),
    ("convolution", "short trials, NASNet", "fit", "4"),
    ("convolution", "short trials, chains", "fit", "2"),
    ("controllers", "", "", "1"),
    ("engine", "workers", "SQLite", "40"),
    ("engine", "workers", "journal", "5"),
    ("comparisons", ".yaml", "–", "(120 s)"),
    ("controllers", "limit of 180 s", "–", "(180 s)"),
    ("startup", "help", "optuna", "(0.25 s)"),
    ("startup", "checking", "optuna", "(0.7 s)"),
    ("startup", "first trial", "Keras", "(2 s)"),
)
INTRODUCTION = """# Measurements beside other libraries

Written by `bench/run`; [docs/performance.md](../../docs/performance.md#benchmark) says what is compared and how. Raw data: [measurements.csv](measurements.csv), [accuracies.csv](accuracies.csv).

*size* is the number of networks, epochs, trials told, or whatever the case repeats. **Ratio** is the other library's time divided by Espalier's in the same round: above 1, Espalier is faster. Medians over the rounds; in brackets the
quartiles. *elapsed* is the time from start to end; *processor* that of all processors, which other load on the machine disturbs less. *wanted* is the smallest
ratio, or in parentheses the longest time, that the project has set itself.
"""


def page(rows, accuracies, machines):
    values = by_program(rows)
    parts = [INTRODUCTION, *machine_table(machines)]
    for workload, title in TITLES.items():
        own = {key: found for key, found in values.items() if key[0] == workload}
        if own:
            parts += [f"## {title}", "", *ratio_table(own), *(accuracy_table(accuracies) if workload == "headline" else ())]
            parts += quantity_table(own)
    return "\n".join([*parts, *growth_table(values)]) + "\n"


def by_program(rows):
    """Returns {(workload, case, size): {program: {quantity: {round: value}}}}."""
    found = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
    for row in rows:
        key = row["workload"], row["case"], int(row["size"])
        found[key][row["program"]][row["quantity"]][int(row["round"])] = float(row["value"])
    return found


def table(header, rows, left):
    """Returns the lines of a table whose first columns, `left` of them, are aligned to the left."""
    if not rows:
        return []
    rule = ["---"] * left + ["---:"] * (len(header) - left)
    return ["| " + " | ".join(cells) + " |" for cells in [header, rule, *rows]] + [""]


def machine_table(machines):
    if not machines:
        return []
    first = next(iter(machines.values()))
    of_runs = ("load", "minutes", "rounds", "commit")
    common = ("processor", "memory", "system", "Java", "Python", "other libraries")
    lines = [f"- {name}: {first[name]}" for name in common]
    rows = [[TITLES.get(name, name), *(text.get(key, "") for key in of_runs)] for name, text in sorted(machines.items())]
    busy = any(float(text["load"].split()[0]) > BUSY for text in machines.values())
    warning = ["**Other programs were running.** Elapsed times say little; the ratios of processor time say more.", ""] if busy else []
    return [*lines, "", *warning, *table(["workload", "load (processes)", "minutes", "rounds", "commit"], rows, 2)]


def number(value):
    if value == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{digits}f}"


def spread(values, unit=""):
    values = sorted(values)
    middle = number(statistics.median(values)) + unit
    if len(values) < 2:
        return middle
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle} ({number(low)} – {number(high)})"


def ratio(ours, theirs, quantity):
    mine, other = ours.get(quantity, {}), theirs.get(quantity, {})
    return [other[r] / mine[r] for r in sorted(mine) if r in other and mine[r] > 0]


def time_of(program):
    return next((quantity for quantity in (ELAPSED, PROCESSOR) if quantity in program), None)


def seconds(program, missing):
    quantity = time_of(program)
    return spread(program[quantity].values(), " s") if quantity else missing


def wanted(workload, case, library):
    return next((text for *parts, text in WANTED
                 if all(part in name for part, name in zip(parts, (workload, case, library)))
                 and (library != "–" or parts[2])), "")


def ratio_table(values):
    libraries = defaultdict(dict)
    for (_, case, _), programs in values.items():
        libraries[case].update((program, None) for program in programs if program != OURS)
    rows = []
    for (workload, case, size), programs in values.items():
        # Only searches with controllers have a limit of time; other cases leave out programs that would take too long.
        limited = workload == "controllers"
        for library in (libraries[case] if limited else [each for each in programs if each != OURS]) or [None]:
            rows.append(ratio_row(workload, case, size, programs, library, LATE if limited else "–"))
    header = ["case", "size", "Espalier", "library", "its time", "ratio, elapsed", "ratio, processor", "wanted", "rounds"]
    return table(header, rows, 1)


def ratio_row(workload, case, size, programs, library, missing):
    ours, theirs = programs.get(OURS, {}), programs.get(library, {})
    rounds = max(len(found) for program in programs.values() for found in program.values())
    cells = [spread(found) if found else "–" for found in (ratio(ours, theirs, q) for q in (ELAPSED, PROCESSOR))]
    return [case, f"{size:,}" if size > 1 else "", seconds(ours, missing), library or "–",
            seconds(theirs, missing if library else "–"), *cells, wanted(workload, case, library or "–"), str(rounds)]


def quantity_table(values):
    rows = []
    for quantity in (MEMORY, DISK):
        for (_, case, size), programs in values.items():
            if quantity not in programs.get(OURS, {}):
                continue
            own = spread(programs[OURS][quantity].values())
            others = "; ".join(f"{name} {spread(found[quantity].values())}"
                               for name, found in programs.items() if name != OURS and quantity in found)
            rows.append([case, f"{size:,}" if size > 1 else "", quantity, own, others or "–"])
    return table(["case", "size", "quantity", "Espalier", "library"], rows, 1)


def accuracy_table(accuracies):
    """Two-sample tests of the validation accuracies of the same networks."""
    from scipy.stats import ks_2samp, mannwhitneyu, wilcoxon

    found = defaultdict(dict)
    for row in accuracies:
        found[row["case"], row["program"]][int(row["network"])] = float(row["accuracy"])
    rows = []
    for (case, program), theirs in found.items():
        ours = found.get((case, OURS), {})
        common = sorted(set(ours) & set(theirs))
        if program == OURS or len(common) < 5:
            continue
        a, b = ([each[i] for i in common] for each in (ours, theirs))
        differences = [x - y for x, y in zip(a, b)]
        error = 1.96 * statistics.stdev(differences) / len(common) ** 0.5
        paired = wilcoxon(differences).pvalue if any(differences) else 1.0
        rows.append([case, program, str(len(common)), f"{statistics.mean(a):.4f}", f"{statistics.mean(b):.4f}",
                     f"{statistics.mean(differences):+.4f} ± {error:.4f}", f"{ks_2samp(a, b).pvalue:.2f}",
                     f"{mannwhitneyu(a, b).pvalue:.2f}", f"{paired:.2f}"])
    if not rows:
        return []
    return ["Validation accuracies after the last epoch, of the networks that both trained. p of Kolmogorov and Smirnov's and of Mann and "
            "Whitney's two-sample tests, and of Wilcoxon's signed-rank test, which pairs the networks and so finds smaller differences.", "",
            *table(["case", "library", "networks", "mean, Espalier", "mean, library", "difference ± 95 %", "p (KS)", "p (MW)",
                    "p (paired)"], rows, 2)]


def slope(points):
    """Returns the least-squares slope of log value against log size."""
    xs, ys = ([math.log(each[i]) for each in points] for i in (0, 1))
    x, y = statistics.mean(xs), statistics.mean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


def growth_table(values):
    series = defaultdict(dict)
    for (workload, case, size), programs in values.items():
        for program, found in programs.items():
            # Processor time, where it is known: other load disturbs it less.
            quantities = {PROCESSOR if PROCESSOR in found else time_of(found), DISK if DISK in found and workload != "engine" else None} - {None}
            for quantity in quantities:
                median = statistics.median(found[quantity].values())
                if size > 0 and median > 0:
                    series[workload, case, program, quantity][size] = median
    rows = []
    for (workload, case, program, quantity), points in sorted(series.items()):
        if len(points) < 2 or "workers" in case or "limit" in case:
            continue
        ordered = sorted(points.items())
        last = slope(ordered[-2:])
        shown = ", ".join(f"{size:,}: {number(value)}" for size, value in ordered)
        rows.append([TITLES[workload], case, program, quantity, shown, f"{slope(ordered):.2f}", f"{last:.2f}"])
    if not rows:
        return []
    return ["## Growth", "", "The exponent is the slope of log time against log size: 1 is linear. The first is fitted to all sizes, where a constant such as "
            "start-up lowers it; the second to the two largest.", "",
            *table(["workload", "case", "program", "quantity", "by size", "exponent", "of the largest"], rows, 4)]
