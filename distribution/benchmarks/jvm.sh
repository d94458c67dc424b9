# For the comparisons that run in a JVM: sets java to one that is new enough, and class_path to the file with what
# they need, built if it is missing or older than the sources.
# shellcheck shell=bash disable=SC2154 # here: where this is sourced
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

# shellcheck disable=SC2034 # used where this is sourced
java=$(find_java) || { echo "Java 25 or newer is needed; set JAVA_HOME to one." >&2; exit 2; }
"$here/../sqlx" --version >/dev/null # builds what is missing
if [ ! -f "$class_path" ] || [ "$built" -nt "$class_path" ] \
  || [ -n "$(find "$here/pom.xml" "$here/src/main" "$root/platform/testkit/src/main" "$root/bundles/wirevm/src/main" -newer "$class_path" -print -quit)" ]; then
  mvn -q -B -f "$root/pom.xml" -pl distribution/benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip=true package >&2
fi
