#!/usr/bin/env bash
# Compares a built-in evaluator with one of a plugin while the plugin's code changes, and checks which searches run again.
#
#   scripts/plugin-identity.sh            about two minutes; the plugin is built with $MVN (default: mvn)
#
# NAS names another launcher. The plugin is made by "nas new plugin". Searches of its arm must run again after each
# change of its code, those of the other arm never; an unchanged comparison runs nothing; searches that failed run again
# only when the code has changed; all searches of an arm are of the same code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

nas=$(realpath "${NAS:-./nas}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

"$nas" new plugin shrub --kind evaluator --in "$work" >"$work/new.log"
source=$(find "$work/shrub/src/main" -name Shrub.java)
cp "$source" "$work/original.java"
cat >"$work/shrubs.yaml" <<'YAML'
name: shrubs
base:
  dataset: {type: moons, samples: 100}
  searchSpace: {type: mlp, nodes: [2, 4, 8], activations: [relu], dropout: [], maxLength: 3}
  controller: {type: random}
  evaluator: {type: hidden-architecture, noise: 0.1}
budget: {trials: 4}
resamples: 100
seeds: 2
arms:
  built-in:
  plugged: {evaluator: {type: shrub}}
YAML

# Builds the jar of an evaluator that begins with a statement and multiplies its values by a factor.
build() {
  sed "s|int epochs = trial.proposal|$1&|; s|double value = learnt|double value = $2 * learnt|" \
    "$work/original.java" >"$source"
  (cd "$work/shrub" && ${MVN:-mvn} -q -B -DskipTests package) >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
  mkdir -p "$work/plugins"
  find "$work/shrub/target" -maxdepth 1 -name '*.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar' \
    -exec cp {} "$work/plugins/shrub.jar" \;
}

ran() { find "$work/out" -path '*/cells/*' -name 'seed-*.csv' -newer "$work/mark" 2>/dev/null | sort; }

# Compares, and checks how many searches of each arm ran.
compare() {
  local title=$1 built_in=$2 plugged=$3 code=0
  touch "$work/mark"
  sleep 0.05
  "$nas" compare "$work/shrubs.yaml" --plugins "$work/plugins" --out "$work/out" >"$work/compare.log" 2>&1 || code=$?
  local a b folders
  a=$(ran | grep -c '/built-in-' || true)
  b=$(ran | grep -c '/plugged-' || true)
  folders=$(grep -o 'cells/[^"]*/plugged-[0-9a-f]*' "$work/out/shrubs/results.json" | sort -u | wc -l)
  printf '%s: exit code %d, ran %d of built-in and %d of plugged; the results of plugged are of %d code\n' \
    "$title" "$code" "$a" "$b" "$folders"
  grep -E 'already|failed' "$work/compare.log" | head -n 3 | sed 's/^/    /' || true
  if [ "$a" -ne "$built_in" ] || [ "$b" -ne "$plugged" ] || [ "$folders" -ne 1 ]; then
    printf '    WRONG: %d of built-in and %d of plugged should have run, with 1 code\n' "$built_in" "$plugged"
    wrong=$((wrong + 1))
  fi
  if ! grep -q "$(sha256sum <"$work/plugins/shrub.jar" | cut -c1-64)" "$work/out/shrubs/results.json"; then
    printf '    WRONG: results.json does not name this jar\n'
    wrong=$((wrong + 1))
  fi
}

build '' 1
compare 'the first time' 2 2
compare 'unchanged' 0 0
build '' 0.5
compare 'with other values' 0 2
build 'if (trial.number() > 0) { throw new IllegalStateException("Broken on purpose."); } ' 0.5
compare 'with an error in each trial' 0 2
compare 'with the error, unchanged' 0 0
build '' 0.25
compare 'with the error fixed' 0 2
compare 'unchanged' 0 0
echo "$wrong wrong"
[ "$wrong" -eq 0 ]
