#!/usr/bin/env bash
# Requests a second and latency of our REST API alone on the sample shop (SQLite), with wrk: 2 threads, 50 connections. SECONDS_A_CASE (10), ROUNDS (3)
# interleaved rounds, medians. Server and client share the machine.
set -euo pipefail
# shellcheck source=node.sh
source "$(dirname "${BASH_SOURCE[0]}")/node.sh"
command -v wrk >/dev/null || { echo "wrk is needed: apt-get install wrk" >&2; exit 2; }
duration=${SECONDS_A_CASE:-10}
rounds=${ROUNDS:-3}
connections=${CONNECTIONS:-50}

cases=(
  "by key|/api/customers/42"
  "list of 20|/api/customers?limit=20"
  "list of 20, no total|/api/customers?limit=20&total=false"
  "filtered, sorted list|/api/products?price=gte.50&sort=-price&limit=20"
  "relation path|/api/customers/42/orders"
)

"$sqlx" --version >/dev/null # builds what is missing
machine
port=$(free_port)
start_production_node "$port" "$work/data"
for case in "${cases[@]}"; do
  wrk -t2 -c"$connections" -d10s "http://127.0.0.1:$port${case#*|}" >/dev/null
done
for _ in $(seq "$rounds"); do
  index=0
  for case in "${cases[@]}"; do
    wrk -t2 -c"$connections" -d"${duration}s" --latency "http://127.0.0.1:$port${case#*|}" >"$work/wrk"
    awk '/Requests\/sec/ { print $2 }' "$work/wrk" >>"$work/rate.$index"
    awk '/ 50%/ { print $2 }' "$work/wrk" >>"$work/p50.$index"
    awk '/ 99%/ { print $2 }' "$work/wrk" >>"$work/p99.$index"
    awk '/Non-2xx/ { n += $NF } /Socket errors/ { n += $4 + $6 + $8 + $10 } END { print n + 0 }' "$work/wrk" >>"$work/failed.$index"
    index=$((index + 1))
  done
done

milliseconds() {
  sed -E 's/^([0-9.]+)us$/\1 0.001/; s/^([0-9.]+)ms$/\1 1/; s/^([0-9.]+)s$/\1 1000/' | awk '{ print $1 * $2 }' | median
}
printf '%-24s %12s %10s %10s %8s\n' case "requests/s" "p50 ms" "p99 ms" failed
index=0
for case in "${cases[@]}"; do
  printf '%-24s %12s %10s %10s %8s\n' "${case%%|*}" "$(median <"$work/rate.$index")" \
    "$(milliseconds <"$work/p50.$index")" "$(milliseconds <"$work/p99.$index")" \
    "$(awk '{ n += $1 } END { print n }' "$work/failed.$index")"
  index=$((index + 1))
done
printf 'resident after the load: %s MiB\n' "$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$node/status")"
