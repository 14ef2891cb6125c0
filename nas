#!/usr/bin/env bash
# Runs Espalier; builds it first when it was never built or its sources changed since.
set -euo pipefail

self=$(readlink -f "${BASH_SOURCE[0]}")
here=${self%/*}
target=$here/nas-cli/target
built=$target/nas.built
profile=${NAS_PROFILE:-cpu}
# The modules of the program, to which a profile may add some, and the profiles of Maven.
program=(nas-cli)
profiles=()

fail() {
  printf 'nas: %s\n' "$1" >&2
  exit "${2:-1}"
}

# The profile is a list, such as gpu,postgresql,s3,spark.
read_profile() {
  local name names
  IFS=, read -ra names <<<"$profile"
  for name in "${names[@]}"; do
    case $name in
      cpu) ;;
      postgresql | s3 | spark) program+=("nas-$name") ;;
      *) profiles+=("-P$name") ;;
    esac
  done
}

# The folder of a module's libraries. Those of Spark are an installation of it: that of the cluster, or our own.
libraries() {
  case $1 in
    nas-spark) printf '%s' "${NAS_SPARK_HOME:-$here/$1/target/spark}/jars" ;;
    *) printf '%s' "$here/$1/target/lib" ;;
  esac
}

# Spark reads these, and opens packages of Java in its own processes; see JavaModuleOptions in spark-launcher.
use_spark() {
  local package
  export SPARK_HOME=${NAS_SPARK_HOME:-$here/nas-spark/target/spark} SPARK_SCALA_VERSION=2.13
  for package in lang lang.invoke lang.reflect net nio util util.concurrent util.concurrent.atomic; do
    options+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
  done
  for package in jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    options+=("--add-opens=java.base/$package=ALL-UNNAMED")
  done
  # A distribution of Spark has a logging library too.
  options+=(-Dio.netty.tryReflectionSetAccessible=true -Dslf4j.internal.verbosity=WARN)
  options+=(-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider)
}

# The JVM can open files with umlauts in their names only in a locale that can express them.
use_utf8() {
  local charset
  [ "${LC_ALL:-}" != C.UTF-8 ] || return 0
  charset=$(locale charmap 2>/dev/null) || charset=${LC_ALL:-${LC_CTYPE:-${LANG:-POSIX}}}
  case $charset in
    ANSI_X3.4-1968 | US-ASCII | ASCII | 646 | C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
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
  [ "$(<"$built")" = "$profile" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main -newer "$built" -type f -print -quit)" ]
}

build() {
  command -v mvn >/dev/null || fail "mvn was not found. Building needs Maven 3.8.6 or newer."
  "$java" -version 2>&1 | head -n 1 | grep -qE '"(1[7-9]|[2-9][0-9]+)' ||
    fail "a JDK 17 or newer is needed, but this is $("$java" -version 2>&1 | head -n 1)."
  mkdir -p "$target"
  printf 'Building Espalier (the first time this downloads TensorFlow, about 200 MB) ...\n' >&2
  local log=$target/nas-build.log projects
  projects=$(IFS=, && printf '%s' "${program[*]}")
  if ! (cd "$here" && mvn -B -DskipTests -Dspotless.check.skip "${profiles[@]}" \
    -pl "$projects" -am package) >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "the build failed; all of its output is in $log."
  fi
  rm -f "$archive" "$archive.key"
  printf '%s' "$profile" >"$built"
}

# The virtual machine uses an archive of classes only with the files and the JDK that it was made of.
archive_key() {
  local jdk module jars=()
  jdk=$(readlink -f "$java")
  for module in "${program[@]}"; do
    jars+=("$here/$module/target/$module.jar" "$(libraries "$module")"/*)
  done
  LC_ALL=C ls -lnd "$jdk" "${jdk%/bin/java}/release" "${jars[@]}" 2>/dev/null || true
}

# An archive of the classes that common commands use makes every later start faster; doing without it does no harm.
# It is made from lists of classes, because an archive that is made at the end of a run leaves out old class files.
make_archive() {
  local new=$target/nas.jsa.$$ out=$target/warm-up.$$ file=$here/experiments/quickstart.yaml
  rm -f "$archive" "$archive.key"
  mkdir -p "$out"
  {
    list_classes "$out/help" --help
    list_classes "$out/validate" validate "$file"
    list_classes "$out/run" run "$file" --set budget.trials=10 --out "$out"
    awk '!listed[$0]++' "$out/help" "$out/validate" "$out/run" >"$out/all"
    "$java" -Xshare:dump -XX:SharedClassListFile="$out/all" -XX:SharedArchiveFile="$new" -cp "$classpath"
  } >"$target/nas-archive.log" 2>&1 || true
  rm -rf "$out"
  [ ! -f "$new" ] || mv -f "$new" "$archive"
  printf '%s\n' "$1" >"$archive.key"
}

# These runs are not kept, least of all in the user's database or object store.
list_classes() {
  NAS_STORE='' NAS_ARTIFACTS='' "$java" "${options[@]}" -XX:DumpLoadedClassList="$1" -cp "$classpath" "$main" "${@:2}" || true
}

use_archive() {
  local key known=
  key=$(archive_key)
  [ ! -f "$archive.key" ] || known=$(<"$archive.key")
  if [ "$key" != "$known" ] && [ -w "$target" ]; then
    make_archive "$key"
    known=$key
  fi
  if [ -f "$archive" ] && [ "$key" = "$known" ]; then
    options+=("-XX:SharedArchiveFile=$archive")
  fi
}

read_profile
archive=$target/nas.jsa
classpath=
for module in "${program[@]}"; do
  classpath+="${classpath:+:}$here/$module/target/$module.jar:$(libraries "$module")/*"
done
main=org.espalier.nas.cli.Nas
# The work is native; the optimizing compiler would only take processors from it.
options=(-Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
# With that compiler alone 48 MiB are reserved for code; a full reserve switches the compiler off and breaks method handles.
options+=(-XX:ReservedCodeCacheSize=240m)
# By default new objects get a share of the machine's memory, all of which is touched before it is used again.
options+=(-XX:MaxNewSize=16m)
# Warnings of the virtual machine must not mix with results.
options+=(-Xlog:disable -Xlog:all=warning:stderr -XX:+DisplayVMOutputToStderr)
# By default the C library keeps freed memory for eight times as many threads as there are processors.
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
# TensorFlow reads this before any code of ours could set it.
export TF_CPP_MIN_LOG_LEVEL=${TF_CPP_MIN_LOG_LEVEL:-1}
# Convolutions take less than half the time with oneDNN, and have other bits without it.
export TF_ENABLE_ONEDNN_OPTS=${TF_ENABLE_ONEDNN_OPTS:-1}

case ,$profile, in
  *,spark,*) use_spark ;;
esac
use_utf8
find_java
if needs_build; then
  build
fi
use_archive

# Searches on tables and formulas are Java, which the optimizing compiler makes faster.
if [ "${1:-}" = compare ]; then
  options+=(-XX:TieredStopAtLevel=4 -XX:MaxNewSize=64m)
fi

# TensorFlow announces a pass that is off whatever its log level is. Its lines are dropped from what native code writes
# to standard error; the program itself writes to descriptor 3, which stays what standard error was.
exec 3>&2
# shellcheck disable=SC2086 # NAS_JAVA_OPTS holds several options on purpose
exec "$java" "${options[@]}" ${NAS_JAVA_OPTS:-} -Dnas.err=3 --add-opens=java.base/java.io=ALL-UNNAMED "-Dnas.sdk=$target/sdk" "-Dnas.command=$here/nas" -cp "$classpath" "$main" "$@" \
  2> >(trap '' INT TERM && exec grep --line-buffered -vE \
    '^(WARNING: All log messages before absl|I0000 .* mlir_graph_optimization_pass)' >&3)
