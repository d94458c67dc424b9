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

# start_node PORT DATA COMMAND...: starts sqlx COMMAND and waits for the first 200 of a list.
start_node() {
  local port=$1 data=$2
  shift 2
  "$sqlx" "$@" --port="$port" --data="$data" >"$work/node.log" 2>&1 &
  node=$!
  local tries=0
  until curl -s -f -o /dev/null "http://127.0.0.1:$port/api/customers?limit=20"; do
    kill -0 "$node" 2>/dev/null || { cat "$work/node.log" >&2; exit 1; }
    tries=$((tries + 1))
    # Asking without a pause would take a core from the start that is measured.
    sleep 0.02
    [ $tries -lt 3000 ] || { echo "no answer" >&2; exit 1; }
  done
}

# start_production_node PORT DATA: the sample shop as sqlx serve serves it, with the full compiler.
start_production_node() {
  mkdir -p "$2"
  cp "$bench_here/../assembly/target/sqlx/shop.db" "$2/shop.db"
  cat >"$work/sqlx.yaml" <<YAML
databases:
  shop:
    url: "sqlite:$2/shop.db"
security:
  open: true
YAML
  start_node "$1" "$2" serve --config="$work/sqlx.yaml"
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

machine() {
  echo "# $(date -u +%F), $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)," \
    "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), Linux $(uname -r | cut -d- -f1)"
}
