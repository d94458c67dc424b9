package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/** Where keys come from that tokens are checked with. */
public interface KeySource {

  /**
   * All keys.
   *
   * @param wanted the {@code kid} of a token; empty if it has none. A source that does not know it
   *     may look whether there are new keys
   * @throws org.sqlxos.problem.api.ProblemException if the keys have never been at hand
   */
  List<JWK> keys(String wanted);

  /** Changes when other keys count, so that what was checked with the old ones is checked again. */
  long generation();

  /** Keys that stay. */
  static KeySource fixed(List<JWK> keys) {
    return new KeySource() {
      @Override
      public List<JWK> keys(String wanted) {
        return keys;
      }

      @Override
      public long generation() {
        return 0;
      }
    };
  }

  /** The keys of several sources. */
  static KeySource all(List<KeySource> sources) {
    return sources.size() == 1 ? sources.getFirst() : new KeySources(sources);
  }
}
