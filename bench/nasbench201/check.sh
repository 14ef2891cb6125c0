#!/usr/bin/env bash
# Measures what searches find on NAS-Bench-201 by the test accuracy after 200 epochs, and compares it with published figures.
#   bench/nasbench201/check.sh [SEEDS] [more options of "compare"]      default: 500 seeds
# NAS_DATA_DIR must hold nasbench201/nasbench201.csv.gz. The columns of the test accuracy have no licence, so they are not shipped.
# Exits with 1 if a figure of CIFAR-10 is not as expected, or evolution or local search is not significantly better than random.
set -euo pipefail
cd "$(dirname "$0")"
nas=${NAS:-../../nas}
seeds=${1:-500}
for data in cifar10 cifar100 imagenet16; do
  [ -f "table/nasbench-201-$data-test.npz" ] || "$nas" import "$data.yaml" --out table
done
"$nas" compare check.yaml --set "seeds=$seeds" --out results "${@:2}"
python3 check.py results/nasbench201-published/results.json
