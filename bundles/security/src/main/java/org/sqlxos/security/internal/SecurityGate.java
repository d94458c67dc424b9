package org.sqlxos.security.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.admission.api.Bounds;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.admission.api.Gate;
import org.sqlxos.admission.api.View;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.policy.Policy;
import org.sqlxos.security.internal.policy.PolicyStore;
import org.sqlxos.security.internal.policy.Rate;
import org.sqlxos.security.internal.problem.SecurityProblem;
import org.sqlxos.security.internal.rate.Buckets;

/**
 * Decides who is let in: not too often, with credentials that are good or none, and with a role
 * that the policy permits anything.
 */
@Component(service = Gate.class)
public final class SecurityGate implements Gate {

  private static final Admission OPEN =
      new Admission.Granted(OpenAccess.CALLER, View.WHOLE, Bounds.NONE, Map.of());

  private final SecurityState state;
  private final Authenticator authenticator;
  private final Buckets buckets = new Buckets(System::nanoTime);
  private final Rate addressRate;

  @Activate
  public SecurityGate(@Reference SecurityState state) {
    this.state = state;
    this.authenticator = Authenticator.of(state);
    int perSecond = state.configuration().rate_address();
    this.addressRate = perSecond == 0 ? Rate.UNBOUNDED : new Rate(perSecond, perSecond);
  }

  @Deactivate
  void close() {
    authenticator.close();
  }

  @Override
  public Admission admit(Credentials credentials) {
    boolean none = credentials.authorization().isEmpty() && credentials.apiKey().isEmpty();
    if (state.open() && none && OpenAccess.permitted(credentials)) {
      return OPEN;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    try {
      limit("address " + credentials.address(), addressRate, headers);
      Caller caller = authenticator.caller(credentials, headers);
      return granted(caller, none, headers);
    } catch (ProblemException e) {
      if (e.problem().code().status() == 401) {
        headers.put("WWW-Authenticate", challenge(e.problem()));
      }
      return new Admission.Refused(e.problem(), headers);
    }
  }

  private Admission granted(Caller caller, boolean anonymous, Map<String, String> headers) {
    PolicyStore store = state.policy();
    Policy policy = store.policy();
    Set<String> known = policy.known(caller.roles());
    if (!policy.permitsAnything(known)) {
      throw anonymous
          ? SecurityProblem.CREDENTIALS_NEEDED.problem("nothing is permitted without credentials")
          : SecurityProblem.NO_RIGHTS.problem("none of the caller's roles may do anything here");
    }
    if (!anonymous) {
      limit("caller " + caller.subject(), policy.rate(caller.roles()), headers);
    }
    View view = catalog -> store.access(known, catalog).visible();
    return new Admission.Granted(caller, view, policy.bounds(caller.roles()), headers);
  }

  private void limit(String name, Rate rate, Map<String, String> headers) {
    if (!rate.bounded()) {
      return;
    }
    Buckets.Level level = buckets.take(name, rate);
    headers.put("RateLimit-Limit", String.valueOf(rate.burst()));
    headers.put("RateLimit-Remaining", String.valueOf(level.remaining()));
    headers.put("RateLimit-Reset", String.valueOf(level.fullSeconds()));
    if (!level.permitted()) {
      headers.put("Retry-After", String.valueOf(Math.max(1, level.retrySeconds())));
      throw SecurityProblem.TOO_MANY_REQUESTS.problem("requests come too fast");
    }
  }

  /** RFC 6750, 3: what was shown and refused is said, what was not is only asked for. */
  private static String challenge(Problem problem) {
    return problem.code() == SecurityProblem.CREDENTIALS_NEEDED
        ? "Bearer realm=\"sqlx\""
        : "Bearer realm=\"sqlx\", error=\"invalid_token\"";
  }
}
