package org.sqlxos.benchmarks.rest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sqlxos.benchmarks.rest.check.Forum;
import org.sqlxos.benchmarks.rest.load.Turn;
import org.sqlxos.benchmarks.rest.load.Wrk;
import org.sqlxos.benchmarks.rest.peer.Contender;
import org.sqlxos.benchmarks.rest.peer.Peer;
import org.sqlxos.benchmarks.rest.work.Case;

/**
 * Contenders take turns, so that a change of the machine's or the server's speed meets all of them;
 * who begins a round changes. What a turn has written is counted, and taken away again.
 */
final class Contest {

  private static final int WARM_UP_CONNECTIONS = 50;

  private final RestSettings settings;
  private final Wrk wrk;
  private final Forum forum;

  Contest(RestSettings settings, Wrk wrk, Forum forum) {
    this.settings = settings;
    this.wrk = wrk;
    this.forum = forum;
  }

  void warmUp(Case work, List<Peer> peers) throws IOException, SQLException {
    for (Peer peer : peers) {
      wrk.run(peer, work, WARM_UP_CONNECTIONS, settings.warmUpSeconds());
      forum.settle();
      forum.restore(work);
    }
  }

  Map<Contender, Score> run(Case work, int connections, List<Peer> peers)
      throws IOException, SQLException {
    Map<Contender, List<Turn>> turns = new EnumMap<>(Contender.class);
    List<Peer> order = new ArrayList<>(peers);
    for (int round = 0; round < settings.rounds(); round++) {
      for (Peer peer : order) {
        turns
            .computeIfAbsent(peer.contender(), each -> new ArrayList<>())
            .add(turn(work, connections, peer));
      }
      order.add(order.removeFirst());
    }
    Map<Contender, Score> scores = new EnumMap<>(Contender.class);
    turns.forEach((contender, all) -> scores.put(contender, new Score(all)));
    return scores;
  }

  private Turn turn(Case work, int connections, Peer peer) throws IOException, SQLException {
    Turn turn = wrk.run(peer, work, connections, settings.seconds());
    if (!peer.isAlive()) {
      throw new IOException(
          "%s has ended under load; its log is %s".formatted(peer.contender().key(), peer.log()));
    }
    forum.settle();
    long written = forum.written(work);
    boolean writes = work == Case.INSERT || work == Case.TRANSACTION;
    if (writes && written < turn.requests() - turn.refused()) {
      throw new IOException(
          "%s said that %d were written, there are %d"
              .formatted(peer.contender().key(), turn.requests() - turn.refused(), written));
    }
    forum.restore(work);
    return turn;
  }
}
