package org.sqlxos.wirevm.internal.pack;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads the error table. */
final class ErrorTableParser {

  private ErrorTableParser() {}

  static List<ErrorRule> read(List<JsonSection> rows) {
    List<ErrorRule> rules = new ArrayList<>();
    for (JsonSection row : rows) {
      ErrorRule rule =
          new ErrorRule(
              row.optionalInteger("code"),
              row.optionalPattern("state", 0),
              row.optionalPattern("message", 0),
              row.choice("kind", ErrorKind.class).orElse(ErrorKind.STATEMENT),
              row.optionalText("detail"));
      if (rule.code().isEmpty() && rule.state().isEmpty() && rule.message().isEmpty()) {
        row.fault("code", "missing; a rule needs a code, a state or a message");
      }
      rule.detail()
          .flatMap(detail -> GroupReferences.fault(rule.message(), detail))
          .ifPresent(fault -> row.fault("detail", fault));
      row.end();
      rules.add(rule);
    }
    return rules;
  }
}
