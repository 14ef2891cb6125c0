#!/usr/bin/env bash
# Runs a search with threads, on one executor of Spark and on several, kills an executor with SIGKILL again and again and
# the program itself once, which is then resumed, and compares the ledgers.
#
#   scripts/kill-executors.sh [FILE] [SECONDS] [EXECUTORS] [more options of "run"]
#
# By default FILE is experiments/wine-bohb.yaml, an executor is killed every 30 seconds, and there are 4 of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export NAS_PROFILE=${NAS_PROFILE:-spark}
file=${1:-experiments/wine-bohb.yaml}
seconds=${2:-30}
executors=${3:-4}
options=("${@:4}")
work=$(mktemp -d)
killer=
stop() {
  [ -z "$killer" ] || kill "$killer" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

run_of() { find "$1" -name study.db -printf '%h\n' | head -n 1; }
fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# The folder of this script in the command line of an executor tells it from others.
kill_again_and_again() {
  local kills=0 victim
  while sleep "$seconds"; do
    victim=$(pgrep -f "$work.*CoarseGrainedExecutorBackend" | shuf -n 1) || continue
    kill -KILL "$victim" 2>/dev/null || continue
    kills=$((kills + 1))
    echo "$kills" >"$work/kills"
  done
}


echo "With threads"
./nas run "$file" --out "$work/threads" "${options[@]}" >"$work/threads.log" 2>&1 || { tail -n 20 "$work/threads.log"; exit 1; }
./nas show "$(run_of "$work/threads")" --ledger >"$work/threads.ledger"
echo "  ledger of $(wc -l <"$work/threads.ledger") lines, $(sha256sum <"$work/threads.ledger" | cut -c1-16)"

kill_again_and_again &
killer=$!
for count in 1 "$executors"; do
  out=$work/spark-$count
  echo 0 >"$work/kills"
  spark=(--spark "local-cluster[$count,1,1024]" --set "executor.conf={\"spark.executor.defaultJavaOptions\": \"-Dnas.run=$work\"}")
  echo "On $count executor$([ "$count" = 1 ] || echo s)"
  ./nas run "$file" --out "$out" "${options[@]}" "${spark[@]}" >"$out.log" 2>&1 &
  pid=$!
  sleep $((seconds + seconds / 2))
  if kill -KILL "$pid" 2>/dev/null; then
    wait "$pid" 2>/dev/null || true
    run=$(run_of "$out")
    echo "  the program killed after $((seconds + seconds / 2)) s with $(./nas show "$run" --ledger | grep -c '^trial') trials finished"
    ./nas resume "$run" >>"$out.log" 2>&1 || { tail -n 20 "$out.log"; exit 1; }
  else
    wait "$pid" || { tail -n 20 "$out.log"; exit 1; }
    echo "  ended before the program could be killed"
  fi
  run=$(run_of "$out")
  ./nas show "$run" --ledger | cmp - "$work/threads.ledger" || fail "THE LEDGERS DIFFER"
  echo "  executors killed: $(<"$work/kills"); attempts that were lost: $(grep -hc 'An attempt at trial .* is lost' "$run/log.txt" || true); the ledger is the same"
done
