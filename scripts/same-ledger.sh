#!/usr/bin/env bash
# Runs an experiment with 1, 2 and 4 workers, and with another seed, each in a process of its own, and compares the ledgers:
# the first three must be equal to the last bit, the fourth must not.
#
#   scripts/same-ledger.sh [FILE] [more options of "run"]      default: experiments/quickstart.yaml
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

nas=${NAS:-./nas}
file=${1:-experiments/quickstart.yaml}
shift || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ledger_of() {
  local out=$work/$1
  shift
  "$nas" run "$file" --out "$out" "$@" >"$out.log" 2>&1 || { cat "$out.log" >&2; exit 1; }
  "$nas" show "$(find "$out" -name study.db -printf '%h\n' | head -n 1)" --ledger >"$out.ledger"
  printf '  %-28s %s\n' "$*" "$(sha256sum <"$out.ledger" | cut -c1-32)"
}

ledger_of one --workers 1 "$@"
ledger_of two --workers 2 "$@"
ledger_of four --workers 4 "$@"
ledger_of other --workers 2 --seed 987654321 "$@"
cmp "$work/one.ledger" "$work/two.ledger"
cmp "$work/one.ledger" "$work/four.ledger"
if cmp -s "$work/one.ledger" "$work/other.ledger"; then
  echo "Another seed gave the same ledger." >&2
  exit 1
fi
echo "Equal for 1, 2 and 4 workers ($(wc -l <"$work/one.ledger") lines); different for another seed."
