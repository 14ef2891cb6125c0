"""Compares the results of check.yaml with published figures; exits with 1 if one of CIFAR-10 is not as expected."""

import json
import sys

# Mean test accuracy in percent and the tolerance; evolution and local search may be better.
EXPECTED = {"random": (93.75, 0.1), "evolution": (93.83, 0.1), "local-search": (94.04, 0.1)}

with open(sys.argv[1], encoding="utf-8") as file:
    results = json.load(file)

wrong = []
means = {}
for result in results["results"]:
    mean = 100 * result["mean"]["value"]
    means[result["problem"], result["arm"]] = mean
    improvement = result["relativeImprovement"]
    print(
        "%-10s %-12s %4d searches  %.2f ± %.2f  RI %s %%"
        % (
            result["problem"],
            result["arm"],
            len(result["searches"]),
            mean,
            100 * result["deviation"],
            "%.2f" % improvement["value"] if improvement else "-",
        )
    )
for arm, (figure, tolerance) in EXPECTED.items():
    mean = means["cifar10", arm]
    if mean < figure - tolerance or (arm == "random" and mean > figure + tolerance):
        wrong.append("%s: %.2f, expected %.2f ± %.2f" % (arm, mean, figure, tolerance))
if means["cifar10", "reinforce"] < means["cifar10", "random"]:
    wrong.append("reinforce is below random")
for pair in results["pairs"]:
    print("%-10s %s against %s: p = %.2g (Holm), %s" % (pair["problem"], pair["first"], pair["second"], pair["adjusted"], pair["decision"]))
    better = pair["first"] if pair["decision"] == "first" else pair["second"] if pair["decision"] == "second" else None
    arms = {pair["first"], pair["second"]} - {"random"}
    if pair["problem"] == "cifar10" and arms & {"evolution", "local-search"} and better not in arms:
        wrong.append("%s is not significantly better than random" % arms.pop())
print("\n".join(wrong) if wrong else "All as expected.")
sys.exit(1 if wrong else 0)
