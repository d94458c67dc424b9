#!/usr/bin/env bash
# Our pool beside HikariCP, on stubs and on a real PostgreSQL. Arguments narrow it down: --case=acquire,mixed,fair,failover --seconds=10
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=jvm.sh
source "$here/jvm.sh"
exec "$java" -Xms2g -Xmx2g -Duser.timezone=UTC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$here/target/classes:$(cat "$class_path")" org.sqlxos.benchmarks.pool.PoolBenchmark "$@"
