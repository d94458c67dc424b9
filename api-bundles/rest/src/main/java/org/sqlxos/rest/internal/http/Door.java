package org.sqlxos.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.admission.api.Bounds;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.admission.api.Gate;
import org.sqlxos.admission.api.View;
import org.sqlxos.operation.api.Caller;

/**
 * Shows the credentials of each request to the gate present. Without one only nodes that do without
 * admission let requests in; there everybody is nobody in particular, and sees everything.
 */
final class Door {

  private static final Admission OPEN =
      new Admission.Granted(Caller.ANONYMOUS, View.WHOLE, Bounds.NONE, Map.of());

  private final CurrentPipeline pipeline;
  private volatile @Nullable Gate gate;

  Door(CurrentPipeline pipeline) {
    this.pipeline = pipeline;
  }

  synchronized void set(Gate present) {
    gate = present;
  }

  /** Takes a gate away, unless another has taken its place. */
  synchronized void unset(Gate gone) {
    if (gate == gone) {
      gate = null;
    }
  }

  Admission admit(HttpServletRequest request) {
    Gate present = gate;
    if (present == null) {
      return pipeline
          .closedWithoutGate()
          .<Admission>map(problem -> new Admission.Refused(problem, Map.of()))
          .orElse(OPEN);
    }
    return present.admit(
        new Credentials(
            request.getRemoteAddr(),
            request.getServerName(),
            Optional.ofNullable(request.getHeader("Authorization")),
            Optional.ofNullable(request.getHeader("X-API-Key"))));
  }
}
