package org.sqlxos.contracts.internal.statement;

import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.problem.api.ProblemException;

/** Looks names up in the catalog, and tells the nearest one where there is none. */
final class Names {

  private Names() {}

  static Relation relation(CatalogSnapshot catalog, RelationName name) {
    return catalog
        .relation(name)
        .orElseThrow(
            () ->
                unknown(
                    "There is no relation \"%s\".".formatted(catalog.pathName(name)),
                    NearestName.of(
                        catalog.pathName(name),
                        catalog.relations().stream()
                            .map(relation -> catalog.pathName(relation.name()))
                            .toList())));
  }

  static Column column(Relation relation, String name) {
    return relation
        .column(name)
        .orElseThrow(
            () ->
                unknown(
                    "\"%s\" has no column \"%s\".".formatted(relation.name().name(), name),
                    nearestColumn(relation, name)));
  }

  /** Each of the names has to be a column. */
  static void require(Relation relation, List<String> columns) {
    for (String name : columns) {
      Column unused = column(relation, name);
    }
  }

  static Optional<String> nearestColumn(Relation relation, String name) {
    return NearestName.of(name, relation.columns().stream().map(Column::name).toList());
  }

  private static ProblemException unknown(String detail, Optional<String> nearest) {
    return nearest
        .map(
            name ->
                ContractProblem.NAME_UNKNOWN.problem(detail, "Is \"%s\" meant?".formatted(name)))
        .orElseGet(() -> ContractProblem.NAME_UNKNOWN.problem(detail));
  }
}
