package org.sqlxos.security.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.admission.api.Bounds;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.admission.api.Gate;
import org.sqlxos.admission.api.View;
import org.sqlxos.problem.api.Problem;

/** Decides who is let in. Nobody, unless the configuration says otherwise. */
@Component(service = Gate.class, configurationPid = SecurityConfiguration.PID)
@Designate(ocd = SecurityConfiguration.class)
public final class SecurityGate implements Gate {

  private static final Admission OPEN =
      new Admission.Granted(OpenAccess.CALLER, View.WHOLE, Bounds.NONE, Map.of());

  private final boolean open;

  @Activate
  public SecurityGate(SecurityConfiguration configuration) {
    this.open = configuration.open();
  }

  @Override
  public Admission admit(Credentials credentials) {
    if (open && OpenAccess.permitted(credentials)) {
      return OPEN;
    }
    return new Admission.Refused(
        Problem.of(SecurityProblem.CREDENTIALS_NEEDED, "nothing is permitted without credentials"),
        Map.of("WWW-Authenticate", "Bearer realm=\"sqlx\""));
  }
}
