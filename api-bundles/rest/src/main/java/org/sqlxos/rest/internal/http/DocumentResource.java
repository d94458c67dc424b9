package org.sqlxos.rest.internal.http;

import java.io.IOException;
import org.sqlxos.rest.internal.openapi.OpenApiDocuments;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Site;

/** The OpenAPI document of a database. */
final class DocumentResource {

  private DocumentResource() {}

  static void read(Exchange exchange, Site site, OpenApiDocuments documents) throws IOException {
    exchange.answer().keptDocument(MediaTypes.JSON, documents.of(site));
  }
}
