package org.sqlxos.rest.internal.request;

import java.util.Collection;
import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Routine;

/**
 * A database at its address.
 *
 * @param base the path of its index, without a slash at the end: {@code /api} or {@code /api/shop}
 * @param catalog the database as this request sees it
 */
public record Site(String base, CatalogSnapshot catalog) {

  /** The segment under which {@link #base} has the OpenAPI document. */
  public static final String DOCUMENT = "openapi.json";

  /** The segment before the name of a function or procedure, unless a relation has this name. */
  public static final String CALLS = "rpc";

  /** Whether functions have paths here. */
  public boolean calls() {
    return catalog.relation(CALLS).isEmpty();
  }

  /** The path of the functions of a name. */
  public String path(Routine routine) {
    return base + '/' + CALLS + '/' + PercentCode.encode(catalog.pathName(routine.name()));
  }

  /** The path of a relation's rows. */
  public String path(Relation relation) {
    return base + '/' + segment(relation);
  }

  /** The path of one row. */
  public String path(Relation relation, List<String> key) {
    return path(relation) + '/' + RowKey.write(key);
  }

  /** The relation's name as a path segment, encoded. */
  public String segment(Relation relation) {
    return PercentCode.encode(name(relation));
  }

  /** A relationship's name as a path segment, encoded. */
  public static String segment(String relationship) {
    return PercentCode.encode(relationship);
  }

  /**
   * The name that a relation is served under: without schema where it lies in the default one,
   * unless the short name cannot be a segment or means something else here.
   */
  public String name(Relation relation) {
    String name = catalog.pathName(relation.name());
    return switch (name) {
      case "", ".", "..", DOCUMENT -> relation.name().toString();
      default -> name;
    };
  }

  /** The relations that a path leads to; one whose name another one shadows is not among them. */
  public List<Relation> relations() {
    return catalog.relations().stream().filter(this::served).toList();
  }

  /** Whether a path leads to the relation. */
  public boolean served(Relation relation) {
    return catalog
        .relation(name(relation))
        .filter(found -> found.name().equals(relation.name()))
        .isPresent();
  }

  List<Routine> routines(String name) {
    if (!catalog.database().callable()) {
      throw RestProblem.CALLS_UNSUPPORTED.problem(
          "%s keeps no functions that can be called".formatted(catalog.database().product()));
    }
    List<Routine> found = catalog.routines(name);
    if (found.isEmpty()) {
      throw RestProblem.ROUTINE_UNKNOWN.problem(
          "the database has no function " + Names.quote(name),
          Names.hint(
              name,
              catalog.routines().stream()
                  .map(routine -> catalog.pathName(routine.name()))
                  .distinct()
                  .toList(),
              base + '/' + DOCUMENT + " lists all functions"));
    }
    return found;
  }

  Relation relation(String name) {
    return catalog
        .relation(name)
        .orElseThrow(
            () ->
                RestProblem.RELATION_UNKNOWN.problem(
                    "the database has no table or view " + Names.quote(name),
                    Names.hint(name, names(), base + " lists all tables and views")));
  }

  private Collection<String> names() {
    return relations().stream().map(this::name).toList();
  }
}
