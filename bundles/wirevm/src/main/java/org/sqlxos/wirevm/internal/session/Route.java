package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * The way to one of several servers: the first that can be reached and has the role that is asked
 * for. Remembers which could not be reached, and which was right last time.
 */
final class Route implements Function<Deadline, Session> {

  /** What a server gets of the time at least, so that one that is silent does not use it up. */
  private static final long LEAST_NANOS = 300_000_000;

  /** Opens a session with one server. */
  interface Opener {
    Session open(Host host, Deadline deadline);
  }

  /** Asks a server what it is: {@code PRIMARY} or {@code STANDBY}. */
  interface RoleQuestion {
    TargetRole ask(Session session, Deadline deadline);
  }

  private final List<Host> hosts;
  private final TargetRole wanted;
  private final Opener opener;
  private final RoleQuestion question;
  private final Map<Host, CircuitBreaker> breakers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final @Nullable Route otherwise;
  private volatile @Nullable ProblemException lastFailure;

  Route(List<Host> hosts, TargetRole wanted, Opener opener, RoleQuestion question) {
    this(hosts, wanted, opener, question, null);
  }

  private Route(
      List<Host> hosts,
      TargetRole wanted,
      Opener opener,
      RoleQuestion question,
      @Nullable Route otherwise) {
    this.hosts = List.copyOf(hosts);
    this.wanted = wanted;
    this.opener = opener;
    this.question = question;
    this.otherwise = otherwise;
    for (Host host : hosts) {
      breakers.put(host, new CircuitBreaker(ThreadLocalRandom.current()::nextDouble));
    }
  }

  /** The same with other servers for when none of these will do. */
  Route or(List<Host> others) {
    return new Route(
        hosts, wanted, opener, question, new Route(others, TargetRole.ANY, opener, question));
  }

  /** Goes once through all of them. */
  @Override
  public Session apply(Deadline deadline) {
    @Nullable Session secondBest = null;
    @Nullable ProblemException last = null;
    int first = next.get();
    for (int i = 0; i < hosts.size(); i++) {
      int index = (first + i) % hosts.size();
      try {
        Session session = reach(hosts.get(index), share(deadline, hosts.size() - i));
        if (session == null) {
          continue;
        }
        lastFailure = null;
        if (right(session, deadline)) {
          closeQuietly(secondBest);
          // Who reads goes to the next one next time, who writes to the same.
          next.set(wanted == TargetRole.PRIMARY ? index : (index + 1) % hosts.size());
          return session;
        }
        if (wanted == TargetRole.PREFER_STANDBY && secondBest == null) {
          secondBest = session;
        } else {
          session.close();
        }
      } catch (ProblemException e) {
        last = e;
        lastFailure = e;
      }
    }
    if (secondBest != null) {
      return secondBest;
    }
    if (otherwise != null) {
      return otherwise.apply(deadline);
    }
    throw last != null ? last : none();
  }

  private ProblemException none() {
    ProblemException before = lastFailure;
    if (before != null) {
      return new ProblemException(before.problem(), before);
    }
    return WireProblem.NO_SUCH_ROLE.problem(
        "None of %s can be reached and is %s"
            .formatted(
                hosts,
                switch (wanted) {
                  case PRIMARY -> "a primary";
                  case STANDBY -> "a standby";
                  case ANY, PREFER_STANDBY -> "open to connections";
                }),
        "Look after the servers; this goes on trying.");
  }

  /** Null if there is no use in trying now. */
  private @Nullable Session reach(Host host, Deadline deadline) {
    CircuitBreaker breaker = breakers.get(host);
    if (breaker == null || !breaker.allows(System.nanoTime())) {
      return null;
    }
    boolean reached = false;
    try {
      Session session = opener.open(host, deadline);
      reached = true;
      return session;
    } finally {
      if (reached) {
        breaker.succeeded();
      } else {
        breaker.failed(System.nanoTime());
      }
    }
  }

  private boolean right(Session session, Deadline deadline) {
    if (wanted == TargetRole.ANY) {
      return true;
    }
    boolean answered = false;
    try {
      TargetRole role = question.ask(session, deadline);
      answered = true;
      return wanted == TargetRole.PRIMARY ? role == TargetRole.PRIMARY : role == TargetRole.STANDBY;
    } finally {
      if (!answered) {
        session.close();
      }
    }
  }

  private static void closeQuietly(@Nullable Session session) {
    if (session != null) {
      session.close();
    }
  }

  private static Deadline share(Deadline all, int parts) {
    long left = all.remainingNanos();
    return new Deadline(System.nanoTime() + Math.min(left, Math.max(LEAST_NANOS, left / parts)));
  }
}
