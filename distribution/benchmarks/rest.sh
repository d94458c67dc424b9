#!/usr/bin/env bash
# sqlx serve beside Express with Knex, Sequelize and Prisma, Spring with JPA and Data REST, and Vert.x by hand, on one PostgreSQL, with wrk.
# Arguments narrow it down: --cases=key,list,relations,aggregate,insert,update,transaction --connections=50,5000 --contenders=ours,vertx
# --rounds=3 --seconds=5 --warm-up-seconds=10
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
for program in wrk node npm mvn; do
  command -v $program >/dev/null || { echo "$program is needed: apt-get install wrk nodejs npm maven" >&2; exit 2; }
done
# 5,000 connections are 5,000 files, for wrk and for each contender.
ulimit -n "$(ulimit -Hn)"
# shellcheck source=jvm.sh
source "$here/jvm.sh"
exec "$java" -Xmx256m -Duser.timezone=UTC -Dsqlx.benchmarks="$here" \
  -cp "$here/target/classes:$(cat "$class_path")" org.sqlxos.benchmarks.rest.RestBenchmark "$@"
