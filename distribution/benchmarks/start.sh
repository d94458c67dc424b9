#!/usr/bin/env bash
# Time from the command to the first HTTP 200 of a list, and memory at rest, of a second start. ROUNDS (9) starts, medians.
set -euo pipefail
# shellcheck source=node.sh
source "$(dirname "${BASH_SOURCE[0]}")/node.sh"
rounds=${ROUNDS:-9}

machine
port=$(free_port)
start_node "$port" "$work/data" dev
end_node

: >"$work/times"
: >"$work/rss"
for _ in $(seq "$rounds"); do
  begun=$(date +%s%N)
  start_node "$port" "$work/data" dev
  echo $((($(date +%s%N) - begun) / 1000000)) >>"$work/times"
  sleep 5
  awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$node/status" >>"$work/rss"
  end_node
done
echo "case                      median   min   max"
printf 'first 200, ms             %6s %5s %5s\n' "$(median <"$work/times")" "$(sort -n "$work/times" | head -n 1)" "$(sort -n "$work/times" | tail -n 1)"
printf 'resident 5 s later, MiB   %6s %5s %5s\n' "$(median <"$work/rss")" "$(sort -n "$work/rss" | head -n 1)" "$(sort -n "$work/rss" | tail -n 1)"
