"""The JMH benchmarks of inner parts, each with the bytes that an operation allocates: bench/run --only jmh."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import machine
import report
from measurement import ROOT, environment

ALLOCATED = "gc.alloc.rate.norm"
COLUMNS = ("benchmark", "parameters", "mode", "score", "error", "unit", "bytes")


def run(quick, folder):
    with tempfile.TemporaryDirectory() as work:
        answer = pathlib.Path(work, "jmh.json")
        shorter = ["-wi", "1", "-i", "1"] if quick else []
        command = ["java", "-cp", os.environ["BENCH_CLASSPATH"], "org.openjdk.jmh.Main", "-prof", "gc", "-f", "1", *shorter,
                   "-rf", "json", "-rff", str(answer)]
        code = subprocess.run(command, env=environment(), stdout=sys.stderr).returncode
        if code:
            return code
        rows = [row(each) for each in json.loads(answer.read_text())]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "inner.csv").open("w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    (folder / "inner.md").write_text(page(rows))
    return 0


def row(result):
    primary = result["primaryMetric"]
    allocated = next((metric["score"] for key, metric in result["secondaryMetrics"].items() if key.endswith(ALLOCATED)), "")
    parameters = "; ".join(f"{key} {value}" for key, value in sorted(result.get("params", {}).items()))
    name = ".".join(result["benchmark"].split(".")[-2:])
    error = primary["scoreError"]
    return (name, parameters, result["mode"], f"{primary['score']:.5g}", "" if error == "NaN" else f"{float(error):.3g}",
            primary["scoreUnit"], "" if allocated == "" else f"{float(allocated):.5g}")


def page(rows):
    lines = ["# Inner parts", "", "Written by `bench/run --only jmh`: JMH, one fork; the error is half of the 99.9 % interval.", ""]
    lines += [f"- {name}: {text}" for name, text in machine.described(ROOT).items() if name not in ("Python", "other libraries")]
    lines += [f"- load: {machine.load():.1f} at the end", ""]
    lines += report.table(["benchmark", "parameters", "score", "error", "unit", "bytes allocated an operation"],
                          [[name, parameters, report.number(float(score)), error or "–", unit,
                           report.number(float(allocated)) if allocated else "–"]
                           for name, parameters, _, score, error, unit, allocated in rows], 2)
    return "\n".join(lines)
