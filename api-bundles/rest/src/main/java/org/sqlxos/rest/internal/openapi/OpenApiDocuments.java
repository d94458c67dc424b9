package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.Site;

/** Keeps the documents that were asked for last. A database has one for each view of it. */
public final class OpenApiDocuments {

  private static final int MOST_KEPT = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RequestLimits limits;
  private final Map<Key, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public OpenApiDocuments(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * The document of a database, made anew only where its schema has changed.
   *
   * @return JSON, not to be changed
   */
  public byte[] of(Site site) {
    String whole = site.catalog().whole().fingerprint();
    Key key = new Key(site.base(), whole, site.catalog().fingerprint());
    byte[] known = kept(key);
    if (known != null) {
      return known;
    }
    byte[] rendered = render(site);
    keep(key, rendered);
    return rendered;
  }

  private byte @Nullable [] kept(Key key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  // One of a big schema has many megabytes: those of a schema that is no more go at once.
  private void keep(Key key, byte[] json) {
    synchronized (kept) {
      kept.keySet()
          .removeIf(other -> other.base().equals(key.base()) && !other.whole().equals(key.whole()));
      kept.put(key, json);
    }
  }

  private byte[] render(Site site) {
    try {
      return JSON.writeValueAsBytes(new Document(site, limits).write());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /** What a document is about: a database at its address, its fingerprint and its view's. */
  private record Key(String base, String whole, String fingerprint) {}
}
