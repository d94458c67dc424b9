package org.sqlxos.admission.api;

import java.util.Map;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.problem.api.Problem;

/** What a {@link Gate} decides. */
public sealed interface Admission {

  /** Headers that the answer to the request carries, whatever becomes of it. */
  Map<String, String> headers();

  /**
   * The request may be read.
   *
   * @param caller who asks; goes into every operation of the request
   * @param view what the caller sees of a catalog
   * @param bounds what the caller may ask for at once
   */
  record Granted(Caller caller, View view, Bounds bounds, Map<String, String> headers)
      implements Admission {
    public Granted {
      headers = Map.copyOf(headers);
    }
  }

  /** The request is answered with the problem. */
  record Refused(Problem problem, Map<String, String> headers) implements Admission {
    public Refused {
      headers = Map.copyOf(headers);
    }
  }
}
