package org.sqlxos.benchmarks.rest.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How a contender is asked, and where its answer has what was asked for. */
public interface Routes {

  /** The request of a number; nothing if the contender does not do the case at all. */
  Optional<Request> request(Case work, int number);

  /**
   * The data of an answer: a row; an array of rows; of a transaction an object with {@code order},
   * {@code items} and {@code user}.
   */
  JsonNode data(Case work, JsonNode answer);
}
