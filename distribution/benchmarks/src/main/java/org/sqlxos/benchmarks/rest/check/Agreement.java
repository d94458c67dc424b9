package org.sqlxos.benchmarks.rest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlxos.benchmarks.rest.peer.Peer;
import org.sqlxos.benchmarks.rest.work.Case;
import org.sqlxos.benchmarks.rest.work.Request;

/** Whether a contender answers what the database has, field by field. */
public final class Agreement {

  private static final int SAMPLES = 5;

  private final Forum forum;
  private final Truth truth;
  private final ObjectMapper json = new ObjectMapper();

  public Agreement(Forum forum) {
    this.forum = forum;
    this.truth = new Truth(forum);
  }

  /** What is wrong with its answers in a case; nothing if they are right. */
  public Optional<String> fault(Peer peer, Case work) throws SQLException, IOException {
    try {
      for (int number = 0; number < SAMPLES; number++) {
        Optional<String> fault = fault(peer, work, number);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    } finally {
      forum.restore(work);
    }
  }

  private Optional<String> fault(Peer peer, Case work, int number)
      throws SQLException, IOException {
    Request request = peer.contender().routes().request(work, number).orElseThrow();
    HttpResponse<String> answer = peer.send(request);
    if (answer.statusCode() >= 300) {
      return told(request, "status %d: %s".formatted(answer.statusCode(), answer.body()));
    }
    try {
      JsonNode data = peer.contender().routes().data(work, json.readTree(answer.body()));
      return SameJson.difference(truth.of(work, number, data), data)
          .flatMap(difference -> told(request, difference));
    } catch (IOException wrong) {
      return told(request, wrong + " in " + answer.body());
    }
  }

  private static Optional<String> told(Request request, String fault) {
    return Optional.of("%s %s: %s".formatted(request.method(), request.path(), fault));
  }
}
