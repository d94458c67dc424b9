# Starts and ends a node for the benchmarks; sourced, not run.
# shellcheck shell=bash

bench_here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
sqlx=$bench_here/../sqlx
work=$(mktemp -d)
node=

end_node() {
  if [ -n "$node" ]; then
    kill -TERM "$node" 2>/dev/null || true
    wait "$node" 2>/dev/null || true
    node=
  fi
}
trap 'end_node; rm -rf "$work"' EXIT

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# start_node PORT DATA: starts sqlx dev and waits for the first 200 of a list.
start_node() {
  "$sqlx" dev --port="$1" --data="$2" >"$work/node.log" 2>&1 &
  node=$!
  local tries=0
  until curl -s -f -o /dev/null "http://127.0.0.1:$1/api/customers?limit=20"; do
    kill -0 "$node" 2>/dev/null || { cat "$work/node.log" >&2; exit 1; }
    tries=$((tries + 1))
    [ $tries -lt 20000 ] || { echo "no answer" >&2; exit 1; }
  done
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

machine() {
  echo "# $(date -u +%F), $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)," \
    "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), Linux $(uname -r | cut -d- -f1)"
}
