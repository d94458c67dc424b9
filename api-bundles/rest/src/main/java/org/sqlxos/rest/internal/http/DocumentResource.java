package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.sqlxos.rest.internal.openapi.OpenApiDocuments;
import org.sqlxos.rest.internal.openapi.OpenApiDocuments.Rendered;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Site;

/** The OpenAPI document of a database. */
final class DocumentResource {

  private DocumentResource() {}

  static void read(Exchange exchange, Site site, OpenApiDocuments documents) throws IOException {
    Rendered document = documents.of(site);
    // Unlike rows it may be kept, if it is asked for again before each use.
    exchange.answer().header("Cache-Control", "no-cache");
    exchange.answer().header("ETag", document.entityTag());
    if (known(Collections.list(exchange.request().getHeaders("If-None-Match")), document)) {
      exchange.answer().empty(304);
    } else {
      exchange.answer().document(200, MediaTypes.JSON, document.json());
    }
  }

  private static boolean known(List<String> headers, Rendered document) {
    for (String tag : String.join(",", headers).split(",", -1)) {
      String stripped = tag.strip();
      String strong = stripped.startsWith("W/") ? stripped.substring(2) : stripped;
      if (strong.equals("*") || strong.equals(document.entityTag())) {
        return true;
      }
    }
    return false;
  }
}
