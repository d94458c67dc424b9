#!/usr/bin/env bash
# Our wire protocol engine beside other clients, on real servers. Arguments narrow it down: --server=postgresql,mysql,mariadb
# --case=lookup,flight,fetch,value,batch,connect --clients=ours,pgjdbc,... --rounds=5 --round-millis=500 --warm-up-rounds=2
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=jvm.sh
source "$here/jvm.sh"
exec "$java" -Xms2g -Xmx2g -Duser.timezone=UTC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dsqlx.home="$root/distribution/assembly/target/sqlx" \
  -cp "$here/target/classes:$(cat "$class_path")" org.sqlxos.benchmarks.wire.WireBenchmark "$@"
