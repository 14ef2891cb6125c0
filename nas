#!/usr/bin/env bash
# Runs Espalier; builds it first when it was never built or its sources changed since.
set -euo pipefail

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
target=$here/nas-cli/target
built=$target/nas.built
profile=${NAS_PROFILE:-cpu}

fail() {
  printf 'nas: %s\n' "$1" >&2
  exit "${2:-1}"
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java) || fail "java was not found. Install a JDK 17 or newer, or set JAVA_HOME."
  fi
}

needs_build() {
  [ -f "$built" ] || return 0
  [ "$(cat "$built")" = "$profile" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main -newer "$built" -type f -print -quit)" ]
}

build() {
  command -v mvn >/dev/null || fail "mvn was not found. Building needs Maven 3.8.6 or newer."
  "$java" -version 2>&1 | head -n 1 | grep -qE '"(1[7-9]|[2-9][0-9]+)' ||
    fail "a JDK 17 or newer is needed, but this is $("$java" -version 2>&1 | head -n 1)."
  mkdir -p "$target"
  printf 'Building Espalier (the first time this downloads TensorFlow, about 200 MB) ...\n' >&2
  local profiles=() log=$target/nas-build.log
  [ "$profile" = cpu ] || profiles=("-P$profile")
  if ! (cd "$here" && mvn -B -DskipTests -Dspotless.check.skip "${profiles[@]}" \
    -pl nas-cli -am package) >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "the build failed; all of its output is in $log."
  fi
  # An archive of the classes that a small search uses makes every later start faster; doing without it does no harm.
  rm -rf "$target/nas.jsa" "$target/warm-up"
  "$java" "${options[@]}" -XX:ArchiveClassesAtExit="$target/nas.jsa" -cp "$classpath" "$main" \
    run "$here/experiments/quickstart.yaml" --set budget.trials=10 --out "$target/warm-up" >>"$log" 2>&1 || true
  rm -rf "$target/warm-up"
  printf '%s' "$profile" >"$built"
}

classpath="$target/nas-cli.jar:$target/lib/*"
main=org.espalier.nas.cli.Nas
# The work is native; the optimizing compiler would only take processors from it.
options=(-Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
# Searches on tables and formulas are Java, which it makes faster.
if [ "${1:-}" = compare ]; then
  options=(-Xshare:auto -XX:+UseSerialGC)
fi
# TensorFlow reads this before any code of ours could set it.
export TF_CPP_MIN_LOG_LEVEL=${TF_CPP_MIN_LOG_LEVEL:-1}

find_java
if needs_build; then
  build
fi
[ -f "$target/nas.jsa" ] && options+=("-XX:SharedArchiveFile=$target/nas.jsa")

# TensorFlow announces a pass that is off whatever its log level is. Its lines are dropped from what native code writes
# to standard error; the program itself writes to descriptor 3, which stays what standard error was.
exec 3>&2
# shellcheck disable=SC2086 # NAS_JAVA_OPTS holds several options on purpose
exec "$java" "${options[@]}" ${NAS_JAVA_OPTS:-} -Dnas.err=3 --add-opens=java.base/java.io=ALL-UNNAMED "-Dnas.sdk=$target/sdk" "-Dnas.command=$here/nas" -cp "$classpath" "$main" "$@" \
  2> >(trap '' INT TERM && exec grep --line-buffered -vE \
    '^(WARNING: All log messages before absl|I0000 .* mlir_graph_optimization_pass)' >&3)
