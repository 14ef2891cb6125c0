#!/usr/bin/env bash
# Starts a Spark master and workers on loopback, runs a command with SPARK_MASTER set to the master's address, and stops them.
#
#   scripts/spark-standalone.sh [--workers N] [--cores N] COMMAND...
#
#   scripts/spark-standalone.sh ./nas run experiments/wine-quality.yaml --spark '$SPARK_MASTER'
#
# Spark comes with the program: NAS_PROFILE=spark ./nas --version builds it. Each argument may name $SPARK_MASTER.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
workers=2
cores=1
while [ $# -gt 0 ]; do
  case $1 in
    --workers) workers=$2 && shift 2 ;;
    --cores) cores=$2 && shift 2 ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }

export NAS_PROFILE=${NAS_PROFILE:-spark} SPARK_SCALA_VERSION=2.13 SPARK_HOME=$here/nas-spark/target/spark
"$here/nas" --version >/dev/null
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
processes=()
stop() {
  kill "${processes[@]}" 2>/dev/null || true
  wait "${processes[@]}" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
export SPARK_LOCAL_IP=127.0.0.1 SPARK_WORKER_DIR=$work/workers

start() {
  local log=$1
  shift
  "$java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dspark.ui.enabled=false -cp "$SPARK_HOME/jars/*" "$@" \
    >"$work/$log" 2>&1 &
  processes+=($!)
}

port=${SPARK_MASTER_PORT:-$((20000 + $$ % 10000))}
export SPARK_MASTER=spark://127.0.0.1:$port
start master.log org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
for worker in $(seq "$workers"); do
  start "worker-$worker.log" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 \
    --cores "$cores" --memory 2g "$SPARK_MASTER"
done

# shellcheck disable=SC2016 # the word is replaced, not expanded
"${@//'$SPARK_MASTER'/$SPARK_MASTER}"
