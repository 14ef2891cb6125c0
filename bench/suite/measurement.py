"""What workloads are made of: cases, and programs that are run and measured."""

import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = "Espalier"
ELAPSED, PROCESSOR, MEMORY, DISK = "elapsed s", "processor s", "memory MiB", "disk MiB"


@dataclass(frozen=True)
class Case:
    """Programs that do the same work. Each takes the number of the round, from 0, and returns its quantities.

    A program that measures several sizes at once returns its quantities by size.
    """

    workload: str
    name: str
    size: int
    programs: dict[str, Callable[[int], dict[str, float]]]
    rounds: int = 1000
    """The largest number of rounds that the case takes part in."""


@dataclass(frozen=True)
class Usage:
    """The resources that a process and those that it waited for used."""

    elapsed: float
    processor: float
    memory: float
    output: str

    def times(self, scale=1.0):
        return {ELAPSED: self.elapsed * scale, PROCESSOR: self.processor * scale}


@dataclass
class Bench:
    """The surroundings of workloads."""

    quick: bool
    rounds: int
    folder: pathlib.Path
    closing: contextlib.ExitStack
    accuracies: list[tuple] = field(default_factory=list)
    """Rows of case, program, network, accuracy."""

    nas: str = field(default_factory=lambda: os.environ["BENCH_NAS"])

    def pick(self, usual, quick):
        return quick if self.quick else usual

    def java(self, main, *arguments, options=("-XX:TieredStopAtLevel=1",)):
        """Returns the command of a program of the module benchmarks."""
        return ["java", "-XX:+UseSerialGC", *options, "--add-opens=java.base/java.io=ALL-UNNAMED", "-cp",
                os.environ["BENCH_CLASSPATH"], "org.espalier.nas.benchmark." + main, *map(str, arguments)]

    def python(self, program, *arguments):
        return [sys.executable, str(ROOT / "bench" / program), *map(str, arguments)]

    def new_folder(self):
        return pathlib.Path(tempfile.mkdtemp(dir=self.folder))

    def run_nas(self, *arguments):
        return run([self.nas, *map(str, arguments)])


def environment():
    """Returns the environment of all programs: that which ./nas sets."""
    return {"TF_CPP_MIN_LOG_LEVEL": "2", "TF_ENABLE_ONEDNN_OPTS": "1", "MALLOC_ARENA_MAX": "2", **os.environ}


def run(command):
    """Runs a program to its end; fails if its exit code is not 0."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=environment())
        _, status, used = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            last = errors.read().decode(errors="replace").strip().splitlines()[-3:]
            raise RuntimeError(f"{name(command)} ended with code {process.returncode}: " + " | ".join(last))
        return Usage(elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.read().decode())


def name(command):
    """Returns a short form of a command, without paths."""
    words = [pathlib.Path(word).name for word in command if ":" not in word and not word.startswith("-")]
    return " ".join(words[:4])


class Program:
    """A process that stays alive and answers a line with a line: seconds and processor seconds."""

    def __init__(self, command):
        self.command = command
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        stderr=subprocess.DEVNULL, env=environment())
        self.first = []
        for line in self.process.stdout:
            if line.strip() == "ready":
                return
            if line.startswith("{"):
                self.first.append(line)
        raise RuntimeError(f"{name(command)} ended before it was ready")

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if len(answer) != 2:
            raise RuntimeError(f"{name(self.command)} did not answer '{request}'")
        return tuple(map(float, answer))

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def times(seconds, processor):
    return {ELAPSED: seconds, PROCESSOR: processor}
