#!/usr/bin/env bash
# Our Redis beside Lettuce and Jedis, on Debian's redis-server. Arguments narrow it down: --case=get,set,pipeline --rounds=7
# --round-millis=500 --warm-up-rounds=3
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=jvm.sh
source "$here/jvm.sh"
exec "$java" -Xms2g -Xmx2g -Duser.timezone=UTC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$here/target/classes:$(cat "$class_path")" org.sqlxos.benchmarks.redis.RedisBenchmark "$@"
