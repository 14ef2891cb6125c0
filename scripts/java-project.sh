#!/usr/bin/env bash
# Makes a Maven project outside the repository whose one dependency is nas-experiment, runs the first search of
# docs/java.md in it with 1 and 4 workers, and an experiment file, and compares the ledgers.
#
#   scripts/java-project.sh [FOLDER]      default: a temporary folder, removed at the end
#
# It installs Espalier's modules into the local Maven repository first, as docs/java.md says.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'rm -rf "$work"' EXIT
mkdir -p "$work"
project=$work/java-project

echo "Installing nas-experiment into the local Maven repository"
(cd "$here" && mvn -B -DskipTests -Dspotless.check.skip -Dmaven.javadoc.skip -pl nas-experiment -am install) \
  >"$work/install.log" 2>&1 || { tail -n 40 "$work/install.log"; exit 1; }

# The first block of Java on the page, as a class.
block() {
  awk -v wanted="$1" '/^```java$/ { block++; inside = 1; next } /^```$/ { inside = 0 } inside && block == wanted' \
    "$here/docs/java.md"
}
class() {
  echo "package example;"
  block "$1" | grep '^import ' || true
  echo "public final class $2 { public static void main(String[] arguments) throws Exception {"
  block "$1" | grep -v '^import '
  echo "} }"
}
mkdir -p "$project/src/main/java/example"
class 1 FirstSearch >"$project/src/main/java/example/FirstSearch.java"
class 4 ExperimentFile >"$project/src/main/java/example/ExperimentFile.java"
cp -r "$here/experiments" "$project/experiments"
cat >"$project/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>java-project</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>17</maven.compiler.source>
    <maven.compiler.target>17</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.espalier</groupId>
      <artifactId>nas-experiment</artifactId>
      <version>0.1.0-SNAPSHOT</version>
    </dependency>
  </dependencies>
</project>
POM

echo "Compiling the project"
(cd "$project" && mvn -B -q compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=classpath)

run() {
  (cd "$project" && TF_CPP_MIN_LOG_LEVEL=1 java "${@:2}" -cp "target/classes:$(cat "$project/classpath")" "example.$1")
}
one=$(run FirstSearch -Dworkers=1)
four=$(run FirstSearch -Dworkers=4)
echo "$one"
[ "$one" = "$four" ] || { printf 'The ledgers differ:\n%s\n%s\n' "$one" "$four" >&2; exit 1; }
echo "1 and 4 workers: same ledger"
run ExperimentFile
