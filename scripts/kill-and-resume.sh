#!/usr/bin/env bash
# Kills a run with SIGKILL at random moments, resumes it until it is done, and compares its ledger with that of an
# uninterrupted run.
#
#   scripts/kill-and-resume.sh [FILE] [KILLS]      default: experiments/quickstart.yaml, 20 kills
#
# KILLS counts kills that hit a living run; each repeat starts a fresh run, kills it at a moment drawn uniformly over the
# time that the uninterrupted run took, and resumes it to the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

file=${1:-experiments/quickstart.yaml}
kills=${2:-20}
RANDOM=${SEED:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ledger() { ./nas show "$1" --ledger; }
run_of() { find "$1" -name study.db -printf '%h\n' | head -n 1; }

echo "The uninterrupted run of $file"
started=$(date +%s%N)
./nas run "$file" --out "$work/whole" >"$work/whole.log" 2>&1 || { cat "$work/whole.log"; exit 1; }
elapsed=$((($(date +%s%N) - started) / 1000000))
ledger "$(run_of "$work/whole")" >"$work/whole.ledger"
echo "  took $elapsed ms; ledger of $(wc -l <"$work/whole.ledger") lines, $(sha256sum <"$work/whole.ledger" | cut -c1-16)"

hits=0 round=0 wrong=0
while [ "$hits" -lt "$kills" ]; do
  round=$((round + 1))
  out=$work/round-$round
  delay=$((300 + (RANDOM * 32768 + RANDOM) % elapsed))
  ./nas run "$file" --out "$out" >"$out.log" 2>&1 &
  pid=$!
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  if ! kill -KILL "$pid" 2>/dev/null; then
    wait "$pid" || true
    continue
  fi
  wait "$pid" 2>/dev/null || true
  run=$(run_of "$out" 2>/dev/null || true)
  if [ -z "$run" ]; then
    echo "  killed after $delay ms, before there was anything to resume"
    continue
  fi
  hits=$((hits + 1))
  before=$(ledger "$run" 2>/dev/null | grep -c . || true)
  ./nas resume "$run" >>"$out.log" 2>&1 || { tail -n 20 "$out.log"; wrong=$((wrong + 1)); continue; }
  if ledger "$run" | cmp -s - "$work/whole.ledger"; then
    echo "  kill $hits after $delay ms ($before lines stored): the resumed ledger is the same"
  else
    echo "  kill $hits after $delay ms ($before lines stored): THE LEDGERS DIFFER"
    diff <(ledger "$run") "$work/whole.ledger" | head -n 5
    wrong=$((wrong + 1))
  fi
  rm -rf "$out"
done
echo "$hits kills, $wrong wrong"
[ "$wrong" -eq 0 ]
