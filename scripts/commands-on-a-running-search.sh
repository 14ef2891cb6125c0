#!/usr/bin/env bash
# Runs each command that works on a search or comparison of another process while that process runs, and again after it
# was killed with SIGKILL. Prints a line for each check; fails if any of them is wrong.
#
#   scripts/commands-on-a-running-search.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

nas=${NAS:-./nas}
work=$(mktemp -d)
wrong=0
jobs_to_end=()
end() {
  for pid in "${jobs_to_end[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap end EXIT

# The searches are long enough not to end before they are killed or stopped, except where they are shortened below.

# check NAME PATTERN CODE COMMAND...: the exit code of the command, and a line of its output
check() {
  local name=$1 pattern=$2 code=$3 got=0
  shift 3
  "$@" >"$work/said" 2>&1 || got=$?
  if [ "$got" -eq "$code" ] && grep -qE -- "$pattern" "$work/said"; then
    echo "ok     $name"
  else
    wrong=$((wrong + 1))
    echo "WRONG  $name: exit code $got instead of $code, or no line like: $pattern"
    head -n 10 "$work/said" | sed 's/^/       /'
  fi
}

# wait_for COMMAND...: until it succeeds; the process that is waited for must be alive
wait_for() {
  local pid=$1
  shift
  until "$@" >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || { echo "The process $pid has ended early"; cat "$work"/*.log; exit 1; }
    sleep 0.2
  done
}
kill_9() { kill -KILL "$1"; wait "$1" 2>/dev/null || true; }

cat >"$work/slow.yaml" <<YAML
name: slow
dataset: {type: moons, samples: 60}
searchSpace: {type: mlp}
controller: {type: evolution, population: 10, tournament: 3}
evaluator: {type: hidden-architecture, sleepMillis: 100}
budget: {trials: 10000}
output: {report: false}
YAML
cat >"$work/arms.yaml" <<YAML
name: arms
base:
  name: base
  dataset: {type: moons, samples: 60}
  searchSpace: {type: mlp, nodes: [4, 8], activations: [relu, tanh], dropout: [], maxLength: 4}
  controller: {type: random}
  evaluator: {type: hidden-architecture, noise: 0.1, sleepMillis: 20}
budget: {trials: 10}
resamples: 100
seeds: 200
workers: 1
arms:
  random:
  evolution: {controller: {type: evolution, population: 5, tournament: 2}}
YAML
runs=(--out "$work/runs")

echo "A search of another process"
"$nas" run "$work/slow.yaml" "${runs[@]}" >"$work/run.log" 2>&1 &
search=$!
jobs_to_end+=("$search")
wait_for "$search" sh -c "'$nas' trials latest --csv --out '$work/runs' | grep -q ^5,completed"
check "runs names the process" "running, process $search" 0 "$nas" runs "${runs[@]}"
check "trials lists the trials" '^ +5  completed' 0 "$nas" trials latest "${runs[@]}"
check "trials --csv" '^5,completed,' 0 "$nas" trials latest --csv "${runs[@]}"
check "trials --json" '"trial" : 5' 0 "$nas" trials latest --json "${runs[@]}"
check "trials --curves" '^5,1,' 0 "$nas" trials latest --curves --csv "${runs[@]}"
check "extend refuses" "is running \\(process $search\\)" 1 "$nas" extend latest --trials 20000 "${runs[@]}"
"$nas" follow latest "${runs[@]}" >"$work/follow.log" 2>&1 &
follow=$!
jobs_to_end+=("$follow")
wait_for "$follow" grep -q '^trial 5 completed' "$work/follow.log"
lines=$(wc -l <"$work/follow.log")
wait_for "$search" grep -q "^trial $((lines + 3)) completed" "$work/follow.log"
echo "ok     follow prints trials as they finish"

kill_9 "$search"
echo "After kill -9"
check "follow ends" 'interrupted after [0-9]+ trials' 0 sh -c \
  "tail --pid=$follow -f /dev/null; cat '$work/follow.log'"
check "runs says interrupted" ' interrupted ' 0 "$nas" runs "${runs[@]}"
check "trials still lists" '^5,completed,' 0 "$nas" trials latest --csv "${runs[@]}"
check "stop says that nothing runs" 'is not running: interrupted' 0 "$nas" stop latest "${runs[@]}"
check "extend names resume" 'nas resume ' 1 "$nas" extend latest --trials 20000 "${runs[@]}"

echo "Stopped by another process"
"$nas" resume latest "${runs[@]}" >"$work/resume.log" 2>&1 &
search=$!
jobs_to_end+=("$search")
wait_for "$search" grep -q 'Resuming after' "$work/resume.log"
wait_for "$search" sh -c "'$nas' runs --out '$work/runs' | grep -q running"
check "stop ends it" 'interrupted' 0 "$nas" stop latest --wait 300 "${runs[@]}"
code=0
wait "$search" || code=$?
check "the search ended by itself" '^130$' 0 echo "$code"
check "what it stored can be resumed" ' interrupted ' 0 "$nas" runs "${runs[@]}"

echo "Extended"
fast=(--set evaluator.sleepMillis=20)
"$nas" run "$work/slow.yaml" "${fast[@]}" --set budget.trials=25 "${runs[@]}" >"$work/short.log" 2>&1
check "extend names a smaller budget" '25.* more than 25' 2 "$nas" extend latest --trials 25 "${runs[@]}"
"$nas" extend latest --trials 600 "${runs[@]}" >"$work/extend.log" 2>&1 &
search=$!
jobs_to_end+=("$search")
wait_for "$search" grep -q ' trial ' "$work/extend.log"
kill_9 "$search"
check "killed, it is interrupted" ' interrupted ' 0 "$nas" runs "${runs[@]}"
check "resume finishes the larger budget" '600 trials' 0 "$nas" resume latest "${runs[@]}"
"$nas" show latest --ledger "${runs[@]}" >"$work/extended.ledger"
"$nas" run "$work/slow.yaml" "${fast[@]}" --set budget.trials=600 --workers 4 --out "$work/whole" \
  >"$work/whole.log" 2>&1
"$nas" show latest --ledger --out "$work/whole" >"$work/whole.ledger"
check "its ledger is that of 600 trials from the start" '^same$' 0 \
  sh -c "cmp '$work/extended.ledger' '$work/whole.ledger' && echo same"

echo "A comparison of another process"
comparisons=(--out "$work/comparisons")
"$nas" compare "$work/arms.yaml" "${comparisons[@]}" >"$work/compare.log" 2>&1 &
search=$!
jobs_to_end+=("$search")
wait_for "$search" grep -q ' search ' "$work/compare.log"
check "comparisons names the process" "running, pid $search" 0 "$nas" comparisons "${comparisons[@]}"
check "comparisons --json" '"searches" : 400' 0 "$nas" comparisons --json "${comparisons[@]}"
check "report of a running comparison" 'report.html' 0 "$nas" report "$work/comparisons/arms"
kill_9 "$search"
check "killed, it is interrupted" ' interrupted ' 0 "$nas" comparisons "${comparisons[@]}"
check "report of what is stored" 'report.html' 0 "$nas" report "$work/comparisons/arms"
check "the verdict is preliminary" 'Preliminary: only [0-9]+ of 400' 0 \
  "$nas" comparisons --json "${comparisons[@]}"
check "compare finishes it" '^Verdict' 0 "$nas" compare "$work/arms.yaml" --workers 16 "${comparisons[@]}"
check "comparisons says finished" ' finished .* 400/400 ' 0 "$nas" comparisons "${comparisons[@]}"

echo "$wrong wrong"
[ "$wrong" -eq 0 ]
