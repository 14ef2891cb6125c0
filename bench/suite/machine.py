"""The machine and the versions of programs, without names of hosts and folders."""

import importlib.metadata
import os
import pathlib
import platform
import re
import subprocess

PACKAGES = ("tensorflow-cpu", "keras", "optuna", "cmaes", "scikit-optimize", "keras-tuner", "smac", "numpy")


def processor():
    information = pathlib.Path("/proc/cpuinfo")
    if information.exists():
        found = re.search(r"model name\s*: (.*)", information.read_text())
        vectors = "AVX-512" if "avx512f" in information.read_text() else "no AVX-512"
        return f"{found.group(1) if found else platform.machine()} ({vectors})"
    return platform.processor() or platform.machine()


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def java():
    lines = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()
    return re.search(r'"(.*)"', lines[0]).group(1)


def commit(root):
    done = subprocess.run(["git", "-C", str(root), "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True)
    changed = subprocess.run(["git", "-C", str(root), "status", "--porcelain", "--untracked-files=no"],
                             capture_output=True, text=True).stdout
    return (done.stdout.strip() or "unknown") + (", with changes" if changed.strip() else "")


def load():
    return os.getloadavg()[0]


def described(root):
    """Returns what a table of results has to name, as text by heading."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    return {
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "memory": f"{memory():.0f} GiB",
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "Java": java(),
        "Python": platform.python_version(),
        "other libraries": versions,
        "commit": commit(root),
    }
