package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /** The document of a database, made anew only where its schema has changed. */
  public Rendered of(Site site) {
    Rendered known = newest.get(site.base());
    if (known != null && known.fingerprint().equals(site.catalog().fingerprint())) {
      return known;
    }
    Rendered rendered = render(site);
    newest.put(site.base(), rendered);
    return rendered;
  }

  private Rendered render(Site site) {
    try {
      ObjectNode document = new Document(site, limits).write();
      byte[] json = JSON.writeValueAsBytes(document);
      // Of the content, not the fingerprint: another version of this bundle writes another
      // document.
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      String tag = '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
      return new Rendered(site.catalog().fingerprint(), tag, json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * A document, ready to be sent.
   *
   * @param fingerprint of the catalog that it is about
   * @param entityTag as in the header ETag, with quotes
   * @param json not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; copying it would cost each request
  public record Rendered(String fingerprint, String entityTag, byte[] json) {}
}
