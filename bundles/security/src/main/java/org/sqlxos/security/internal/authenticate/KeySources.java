package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.jwk.JWK;
import java.util.ArrayList;
import java.util.List;
import org.sqlxos.problem.api.ProblemException;

/** The keys of several sources. One that does not answer does not stop the others. */
record KeySources(List<KeySource> sources) implements KeySource {

  @Override
  public List<JWK> keys(String wanted) {
    List<JWK> keys = new ArrayList<>();
    ProblemException away = null;
    for (KeySource source : sources) {
      try {
        keys.addAll(source.keys(wanted));
      } catch (ProblemException e) {
        away = e;
      }
    }
    if (away != null && keys.stream().noneMatch(key -> wanted.equals(key.getKeyID()))) {
      throw away;
    }
    return keys;
  }

  @Override
  public long generation() {
    return sources.stream().mapToLong(KeySource::generation).sum();
  }
}
