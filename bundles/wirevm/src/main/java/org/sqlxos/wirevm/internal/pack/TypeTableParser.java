package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.regex.Pattern;
import org.sqlxos.wirepack.api.TypeRule;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads the type table. */
final class TypeTableParser {

  private TypeTableParser() {}

  static List<TypeRule> read(List<JsonSection> rows) {
    return rows.stream().map(TypeTableParser::rule).toList();
  }

  private static TypeRule rule(JsonSection row) {
    Pattern pattern = row.pattern("native", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    String notation = row.text("type");
    TypeNotationCheck.fault(pattern, notation).ifPresent(fault -> row.fault("type", fault));
    row.end();
    return new TypeRule(pattern, notation);
  }
}
