package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.type.api.UniversalType.BytesType;

/**
 * Finds what a path leads to. It is split while still encoded, so that an encoded slash or comma is
 * part of a name or value.
 */
public final class PathReader {

  /** The last segment of the path of a relation's changes. */
  public static final String CHANGES = "changes";

  private final String root;
  private final Map<String, CatalogSnapshot> databases;

  /**
   * @param root the path that REST is served under, without a slash at the end
   * @param databases those present, by name
   */
  public PathReader(String root, Map<String, CatalogSnapshot> databases) {
    this.root = root;
    this.databases = databases;
  }

  /**
   * Reads a path below the root.
   *
   * @param path as it was sent, not decoded: empty or beginning with a slash
   */
  public Target read(String path) {
    List<String> segments = segments(path);
    if (databases.isEmpty()) {
      throw RestProblem.NO_DATABASE.problem(
          "no database has been connected and read yet", "try again in a moment");
    }
    if (databases.size() == 1) {
      return read(new Site(root, databases.values().iterator().next()), segments);
    }
    if (segments.isEmpty()) {
      return new Target.Databases();
    }
    return read(
        site(PercentCode.segment(segments.getFirst())), segments.subList(1, segments.size()));
  }

  /**
   * Reads a path below a database's own.
   *
   * @param path not decoded
   */
  public static Target within(Site site, String path) {
    return read(site, segments(path.startsWith("/") ? path : "/" + path));
  }

  private static List<String> segments(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return List.of();
    }
    List<String> segments = List.of(path.substring(1).split("/", -1));
    if (segments.contains("")) {
      throw RestProblem.PATH_UNKNOWN.problem(
          "the path has an empty segment",
          "leave out the slash; an empty key is written as two double quotes, %22%22");
    }
    return segments;
  }

  private Site site(String name) {
    CatalogSnapshot catalog = databases.get(name);
    if (catalog == null) {
      throw RestProblem.DATABASE_UNKNOWN.problem(
          "there is no database " + Names.quote(name),
          Names.hint(name, databases.keySet(), root + " lists the databases"));
    }
    return new Site(base(root, name), catalog);
  }

  /** The path of one of several databases. */
  public static String base(String root, String database) {
    return root + '/' + PercentCode.encode(database);
  }

  private static Target read(Site site, List<String> segments) {
    if (segments.isEmpty()) {
      return new Target.Index(site);
    }
    String name = PercentCode.segment(segments.getFirst());
    if (segments.size() == 1 && name.equals(Site.DOCUMENT)) {
      return new Target.Document(site);
    }
    if (segments.size() == 2 && name.equals(Site.CALLS) && site.calls()) {
      return new Target.Call(site, site.routines(PercentCode.segment(segments.get(1))));
    }
    Relation relation = site.relation(name);
    return switch (segments.size()) {
      case 1 -> new Target.Rows(site, relation);
      case 2 -> second(site, relation, segments.get(1));
      case 3 -> third(site, relation, segments);
      default ->
          throw RestProblem.PATH_UNKNOWN.problem(
              "a path ends after the relationship, found %d segments".formatted(segments.size()));
    };
  }

  private static Target second(Site site, Relation relation, String segment) {
    if (segment.equals(CHANGES) && SearchRequest.hidesNothing(relation)) {
      return new Target.Changes(site, relation);
    }
    return segment.equals(SearchRequest.PATH) && SearchRequest.possible(relation)
        ? new Target.Search(site, relation)
        : new Target.Row(site, relation, key(relation, segment));
  }

  private static RowKey key(Relation relation, String segment) {
    Key key =
        relation
            .identity()
            .orElseThrow(
                () ->
                    RestProblem.NO_IDENTITY.problem(
                        Names.quote(relation.name().name())
                            + " has no primary key, so that its rows have no path"));
    return RowKey.read(key, segment);
  }

  /** A relationship has no column's name. */
  private static Target third(Site site, Relation relation, List<String> segments) {
    RowKey key = key(relation, segments.get(1));
    String name = PercentCode.segment(segments.get(2));
    Optional<Column> column =
        relation.column(name).filter(found -> found.type() instanceof BytesType);
    return column.isPresent()
        ? new Target.Octets(new Target.Row(site, relation, key), column.get())
        : related(site, relation, key, name);
  }

  private static Target related(Site site, Relation relation, RowKey key, String name) {
    CatalogSnapshot catalog = site.catalog();
    Relationship relationship =
        catalog
            .relationship(relation.name(), name)
            .orElseThrow(() -> unknownRelationship(catalog, relation, name));
    Relation destination =
        catalog
            .relation(relationship.to())
            .orElseThrow(() -> unknownRelationship(catalog, relation, name));
    return new Target.Related(site, relation, key, relationship, destination);
  }

  private static RuntimeException unknownRelationship(
      CatalogSnapshot catalog, Relation relation, String name) {
    List<String> names =
        catalog.relationships(relation.name()).stream().map(Relationship::name).toList();
    return RestProblem.RELATIONSHIP_UNKNOWN.problem(
        "%s has no relationship %s"
            .formatted(Names.quote(relation.name().name()), Names.quote(name)),
        Names.hint(
            name,
            names,
            names.isEmpty()
                ? "no foreign key starts or ends there"
                : "it has " + String.join(", ", names)));
  }
}
