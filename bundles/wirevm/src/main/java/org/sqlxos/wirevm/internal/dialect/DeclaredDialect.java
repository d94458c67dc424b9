package org.sqlxos.wirevm.internal.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.type.api.UniversalType;

/**
 * A dialect that is data.
 *
 * @param columns the first row that fits counts
 * @param base asked where no row fits
 */
record DeclaredDialect(
    Syntax syntax, Map<String, String> functions, List<ColumnRule> columns, Optional<Dialect> base)
    implements Dialect {

  DeclaredDialect {
    functions = Map.copyOf(functions);
    columns = List.copyOf(columns);
  }

  @Override
  public String columnType(UniversalType type) {
    return columns.stream()
        .filter(rule -> rule.fits(type))
        .findFirst()
        .map(rule -> rule.write(type, this::columnType))
        .orElseGet(() -> base.orElseThrow().columnType(type));
  }

  @Override
  public List<RewriteRule> rewriteRules() {
    return base.map(Dialect::rewriteRules).orElse(List.of());
  }
}
