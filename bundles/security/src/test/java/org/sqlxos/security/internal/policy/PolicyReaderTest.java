package org.sqlxos.security.internal.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.problem.api.ProblemException;

class PolicyReaderTest {

  @Test
  void rolesHaveWhatTheyInheritAlsoInCircles() {
    Policy policy =
        PolicyReader.read(
            """
            roles:
              a: {inherits: [b], limits: {rows: 5, rate: 2.5}}
              b: {inherits: [a, c], tables: {posts: all}}
              c: {}
              d: {}
            """);
    assertEquals(Set.of("a", "b", "c"), policy.known(Set.of("a", "stranger")));
    assertTrue(policy.permitsAnything(policy.known(Set.of("a"))));
    assertEquals(5, policy.bounds(Set.of("a")).rows());
    assertEquals(new Rate(2.5, 3), policy.rate(Set.of("a")));
    assertEquals(Set.of(), policy.known(Set.of("*")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1| roles: [a]",
        "1| rules: {}",
        "2| roles:\\n  a: {table: {}}",
        "2| roles:\\n  a: {inherits: [z]}",
        "2| roles:\\n  '*': {}",
        "3| roles:\\n  a:\\n    tables: {posts: some}",
        "3| roles:\\n  a:\\n    tables: {posts: {write: all}}",
        "3| roles:\\n  a:\\n    tables: {posts: {read: {check: 'a = 1'}}}",
        "3| roles:\\n  a:\\n    tables: {posts: {read: {rows: 'a = '}}}",
        "3| roles:\\n  a:\\n    tables: {posts: {read: {rows: 'a = b'}}}",
        "3| roles:\\n  a:\\n    tables: {posts: {read: {rows: '1 = 1; drop'}}}",
        "3| roles:\\n  a:\\n    tables: {posts: {insert: {set: {x: now()}}}}",
        "3| roles:\\n  a:\\n    limits: {rows: 0}",
        "3| roles:\\n  a:\\n    limits: {burst: 3}",
        "3| roles:\\n  a: {}\\n  a: {}",
      })
  void tellsTheLineOfAFault(int line, String text) {
    ProblemException fault =
        assertThrows(ProblemException.class, () -> PolicyReader.read(text.replace("\\n", "\n")));
    assertEquals("SQLX340", fault.problem().code().code());
    assertTrue(
        fault.problem().detail().startsWith("policy, line " + line + ":"),
        fault.problem().detail());
  }
}
