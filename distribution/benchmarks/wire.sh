#!/usr/bin/env bash
# Our wire protocol engine beside other clients, on real servers. Arguments narrow it down: --server=postgresql,mysql,mariadb
# --case=lookup,flight,fetch,value,batch,connect --clients=ours,pgjdbc,... --rounds=5 --round-millis=500 --warm-up-rounds=2
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$here/../..
class_path=$here/target/class-path
built=$root/distribution/assembly/target/sqlx/built

find_java() {
  local home version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    [ -x "$home/bin/java" ] && [ -f "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    [ "${version:-0}" -ge 25 ] && { echo "$home/bin/java"; return; }
  done
  return 1
}

java=$(find_java) || { echo "Java 25 or newer is needed; set JAVA_HOME to one." >&2; exit 2; }
"$here/../sqlx" --version >/dev/null # builds what is missing
if [ ! -f "$class_path" ] || [ "$built" -nt "$class_path" ] \
  || [ -n "$(find "$here/pom.xml" "$here/src/main" "$root/platform/testkit/src/main" -newer "$class_path" -print -quit)" ]; then
  mvn -q -B -f "$root/pom.xml" -pl distribution/benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip=true package >&2
fi
exec "$java" -Xms2g -Xmx2g -Duser.timezone=UTC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dsqlx.home="$root/distribution/assembly/target/sqlx" \
  -cp "$here/target/classes:$(cat "$class_path")" org.sqlxos.benchmarks.wire.WireBenchmark "$@"
