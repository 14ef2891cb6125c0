#!/usr/bin/env bash
# Kills a run with SIGKILL at random moments, resumes it until it is done, and compares its ledger with that of an
# uninterrupted run.
#
#   scripts/kill-and-resume.sh [FILE] [KILLS] [more options of "run"]      default: experiments/quickstart.yaml, 20 kills
#   scripts/kill-and-resume.sh --large [KILLS]                             10,000 trials of random and of evolution
#
# KILLS counts kills that hit a living run; each repeat starts a fresh run, kills it at a moment drawn uniformly over the
# time that the uninterrupted run took, and resumes it to the end. The database of the uninterrupted run must be smaller
# than 50 MB.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "${1:-}" = --large ]; then
  large=(--set budget.trials=10000 --set output.report=false)
  "$0" experiments/nk-landscape.yaml "${2:-5}" "${large[@]}"
  exec "$0" experiments/nk-landscape.yaml "${2:-5}" --set "controller={type: random}" "${large[@]}"
fi
nas=${NAS:-./nas}
file=${1:-experiments/quickstart.yaml}
kills=${2:-20}
options=("${@:3}")
RANDOM=${SEED:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ledger() { "$nas" show "$1" --ledger; }
run_of() { find "$1" -name study.db -printf '%h\n' | head -n 1; }

echo "The uninterrupted run of $file"
started=$(date +%s%N)
"$nas" run "$file" --out "$work/whole" "${options[@]}" >"$work/whole.log" 2>&1 || { cat "$work/whole.log"; exit 1; }
elapsed=$((($(date +%s%N) - started) / 1000000))
ledger "$(run_of "$work/whole")" >"$work/whole.ledger"
size=$(stat -c %s "$(run_of "$work/whole")/study.db")
grep -E "trials per second" "$work/whole.log" | sed 's/^/  /' || true
echo "  the database has $size bytes"
[ "$size" -lt 50000000 ]
echo "  took $elapsed ms; ledger of $(wc -l <"$work/whole.ledger") lines, $(sha256sum <"$work/whole.ledger" | cut -c1-16)"

hits=0 round=0 wrong=0
while [ "$hits" -lt "$kills" ]; do
  round=$((round + 1))
  out=$work/round-$round
  delay=$((300 + (RANDOM * 32768 + RANDOM) % elapsed))
  "$nas" run "$file" --out "$out" "${options[@]}" >"$out.log" 2>&1 &
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
  "$nas" resume "$run" >>"$out.log" 2>&1 || { tail -n 20 "$out.log"; wrong=$((wrong + 1)); continue; }
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
