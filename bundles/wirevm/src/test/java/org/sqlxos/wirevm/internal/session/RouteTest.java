package org.sqlxos.wirevm.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

class RouteTest {

  private static final Host ONE = new Host("one", 1, null);
  private static final Host TWO = new Host("two", 2, null);
  private static final Host THREE = new Host("three", 3, null);

  private final Map<Host, TargetRole> roles = new HashMap<>();
  private final List<Host> tried = new ArrayList<>();
  private final Map<Host, List<ServerSession>> opened = new HashMap<>();

  private Session open(Host host, Deadline deadline) {
    tried.add(host);
    if (!roles.containsKey(host)) {
      throw WireProblem.UNREACHABLE.problem(host + " is not there");
    }
    ServerSession session = new ServerSession(host);
    opened.computeIfAbsent(host, _ -> new ArrayList<>()).add(session);
    return session;
  }

  private Route route(TargetRole wanted, Host... hosts) {
    return new Route(
        List.of(hosts),
        wanted,
        this::open,
        (session, _) -> roles.get(((ServerSession) session).host));
  }

  private static Host reach(Route route) {
    return ((ServerSession) route.apply(Deadline.in(Duration.ofSeconds(9)))).host;
  }

  private static WireProblem refusal(Route route) {
    return (WireProblem) assertThrows(ProblemException.class, () -> reach(route)).problem().code();
  }

  private long left(Host host) {
    return opened.get(host).stream().filter(session -> !session.closed).count();
  }

  @Test
  void findsThePrimaryAndStaysWithIt() {
    roles.putAll(Map.of(ONE, TargetRole.STANDBY, TWO, TargetRole.PRIMARY));
    Route route = route(TargetRole.PRIMARY, ONE, TWO);
    assertEquals(TWO, reach(route));
    assertEquals(0, left(ONE));
    tried.clear();
    assertEquals(TWO, reach(route));
    assertEquals(List.of(TWO), tried);
  }

  @Test
  void findsTheNewPrimaryWhenTheOldOneHasGone() {
    roles.putAll(Map.of(ONE, TargetRole.PRIMARY, TWO, TargetRole.STANDBY));
    Route route = route(TargetRole.PRIMARY, ONE, TWO);
    assertEquals(ONE, reach(route));
    roles.remove(ONE);
    assertEquals(WireProblem.UNREACHABLE, refusal(route));
    roles.put(TWO, TargetRole.PRIMARY);
    assertEquals(TWO, reach(route));
  }

  @Test
  void takesTurnsAmongStandbys() {
    roles.putAll(Map.of(ONE, TargetRole.STANDBY, TWO, TargetRole.STANDBY));
    Route route = route(TargetRole.STANDBY, ONE, TWO);
    assertEquals(List.of(ONE, TWO, ONE), List.of(reach(route), reach(route), reach(route)));
  }

  @Test
  void prefersAStandbyAndKeepsNoOtherSession() {
    roles.putAll(Map.of(ONE, TargetRole.PRIMARY, TWO, TargetRole.STANDBY));
    assertEquals(TWO, reach(route(TargetRole.PREFER_STANDBY, ONE, TWO)));
    assertEquals(0, left(ONE));
  }

  @Test
  void takesThePrimaryWhereThereIsNoStandby() {
    roles.putAll(Map.of(ONE, TargetRole.PRIMARY, TWO, TargetRole.PRIMARY));
    assertEquals(ONE, reach(route(TargetRole.PREFER_STANDBY, ONE, TWO)));
    assertEquals(1, left(ONE));
    assertEquals(0, left(TWO));
  }

  @Test
  void goesToOtherServersWhenNoneOfTheReplicasCanBeReached() {
    roles.put(THREE, TargetRole.PRIMARY);
    assertEquals(THREE, reach(route(TargetRole.ANY, ONE, TWO).or(List.of(THREE))));
    assertEquals(List.of(ONE, TWO, THREE), tried);
  }

  @Test
  void saysThatNobodyHasTheRole() {
    roles.put(ONE, TargetRole.PRIMARY);
    assertEquals(WireProblem.NO_SUCH_ROLE, refusal(route(TargetRole.STANDBY, ONE)));
    assertEquals(0, left(ONE));
  }

  @Test
  void leavesAServerAloneThatCouldNotBeReachedAgainAndAgain() {
    roles.put(TWO, TargetRole.PRIMARY);
    Route route = route(TargetRole.ANY, ONE, TWO);
    for (int i = 0; i < 6; i++) {
      assertEquals(TWO, reach(route));
    }
    assertTrue(tried.stream().filter(ONE::equals).count() < 4, tried.toString());
    roles.clear();
    assertEquals(WireProblem.UNREACHABLE, refusal(route));
    assertFalse(tried.isEmpty());
  }
}
