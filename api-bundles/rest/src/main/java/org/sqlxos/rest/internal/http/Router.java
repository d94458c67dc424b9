package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.rest.internal.openapi.OpenApiDocuments;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.PathReader;
import org.sqlxos.rest.internal.request.Representation;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;

/** Finds what a request is for, and who answers it. Refuses in the order 404, 405, 406. */
final class Router {

  private final LiveCatalogs catalogs;
  private final OpenApiDocuments documents;
  private final ChangesResource changes;

  Router(LiveCatalogs catalogs, OpenApiDocuments documents, ChangesResource changes) {
    this.catalogs = catalogs;
    this.documents = documents;
    this.changes = changes;
  }

  /**
   * Answers a request.
   *
   * @param root the path that REST is served under, without a slash at the end
   * @param path what comes after it, not decoded
   */
  void answer(Exchange exchange, String root, String path) throws IOException {
    Map<String, CatalogSnapshot> databases = catalogs.snapshots(exchange.admission().view());
    Target target = meant(exchange, new PathReader(root, databases).read(path));
    if (!permitted(exchange, target)) {
      return;
    }
    switch (target) {
      case Target.Databases ignored -> IndexResource.databases(exchange, root, databases.keySet());
      case Target.Index index -> index(exchange, index);
      case Target.Document document -> DocumentResource.read(exchange, document.site(), documents);
      case Target.Rows rows -> rows(exchange, rows);
      case Target.Search search -> ListResource.search(exchange, search);
      case Target.Row row -> row(exchange, row);
      case Target.Changes stream -> changes.stream(exchange, stream);
      case Target.Octets octets -> octets(exchange, octets);
      case Target.Related related -> RelatedResource.read(exchange, related);
      case Target.Call call -> call(exchange, call);
    }
  }

  /** Where a row may be called that, whoever wants its changes asks for a stream of events. */
  private static Target meant(Exchange exchange, Target target) {
    return target instanceof Target.Row row
            && row.key().values().equals(List.of(PathReader.CHANGES))
            && exchange.method().equals("GET")
            && MediaTypes.names(exchange.accept(), MediaTypes.EVENTS)
        ? new Target.Changes(row.site(), row.relation())
        : target;
  }

  /** False if the request is answered already, for it only asked what is permitted. */
  private static boolean permitted(Exchange exchange, Target target) {
    String method = exchange.request().getMethod();
    SequencedSet<String> allowed = Methods.of(target);
    String names = String.join(", ", allowed);
    if (method.equals("OPTIONS")) {
      exchange.answer().header("Allow", names);
      exchange.answer().empty(204);
      return false;
    }
    if (!allowed.contains(method)) {
      exchange.answer().header("Allow", names);
      throw RestProblem.METHOD_NOT_ALLOWED.problem("one of %s expected".formatted(names));
    }
    if (!method.equals("DELETE") && !(target instanceof Target.Changes)) {
      MediaTypes.negotiate(exchange.accept(), representations(exchange, target));
    }
    return true;
  }

  private static List<Representation> representations(Exchange exchange, Target target) {
    if (target instanceof Target.Octets) {
      return exchange.method().equals("GET") ? Representation.OCTETS_ONLY : Representation.ALL;
    }
    boolean list =
        switch (target) {
          case Target.Rows ignored -> exchange.method().equals("GET");
          case Target.Search ignored -> true;
          case Target.Call call -> CallResource.lists(call);
          case Target.Related related -> related.relationship().cardinality() == Cardinality.MANY;
          default -> false;
        };
    return list ? Representation.LIST : Representation.JSON_ONLY;
  }

  private static void index(Exchange exchange, Target.Index index) throws IOException {
    if (exchange.method().equals("POST")) {
      OperationsResource.run(exchange, index.site());
    } else {
      IndexResource.relations(exchange, index.site());
    }
  }

  private static void call(Exchange exchange, Target.Call call) throws IOException {
    if (exchange.method().equals("POST")) {
      CallResource.call(exchange, call);
    } else {
      CallResource.read(exchange, call);
    }
  }

  private static void rows(Exchange exchange, Target.Rows rows) throws IOException {
    switch (exchange.method()) {
      case "POST" -> ListResource.create(exchange, rows);
      case "PATCH" -> ListResource.patch(exchange, rows);
      case "DELETE" -> ListResource.delete(exchange, rows);
      default -> ListResource.list(exchange, rows);
    }
  }

  private static void octets(Exchange exchange, Target.Octets octets) throws IOException {
    if (exchange.method().equals("PUT")) {
      OctetsResource.replace(exchange, octets);
    } else {
      OctetsResource.read(exchange, octets);
    }
  }

  private static void row(Exchange exchange, Target.Row row) throws IOException {
    switch (exchange.method()) {
      case "PUT" -> RowResource.replace(exchange, row);
      case "PATCH" -> RowResource.patch(exchange, row);
      case "DELETE" -> RowResource.delete(exchange, row);
      default -> RowResource.read(exchange, row);
    }
  }
}
