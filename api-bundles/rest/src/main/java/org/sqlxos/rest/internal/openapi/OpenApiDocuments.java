package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.Site;

/** Keeps the newest document of each database. */
public final class OpenApiDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RequestLimits limits;
  private final Map<String, Rendered> newest = new ConcurrentHashMap<>();

  public OpenApiDocuments(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * The document of a database, made anew only where its schema has changed.
   *
   * @return JSON, not to be changed
   */
  public byte[] of(Site site) {
    Rendered known = newest.get(site.base());
    if (known != null && known.fingerprint().equals(site.catalog().fingerprint())) {
      return known.json();
    }
    Rendered rendered = render(site);
    newest.put(site.base(), rendered);
    return rendered.json();
  }

  private Rendered render(Site site) {
    try {
      ObjectNode document = new Document(site, limits).write();
      byte[] json = JSON.writeValueAsBytes(document);
      return new Rendered(site.catalog().fingerprint(), json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /**
   * A document, ready to be sent.
   *
   * @param fingerprint of the catalog that it is about
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; copying it would cost each request
  private record Rendered(String fingerprint, byte[] json) {}
}
