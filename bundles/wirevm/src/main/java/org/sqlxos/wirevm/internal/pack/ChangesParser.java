package org.sqlxos.wirevm.internal.pack;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.wirepack.api.ChangeCapture;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads the section {@code changes} of a document: how a database tells of changes of rows. */
final class ChangesParser {

  private ChangesParser() {}

  static ChangeCapture read(JsonSection section) {
    ChangeCapture changes =
        new ChangeCapture(
            section.text("channel"),
            section.text("listen"),
            statements(section, "install"),
            section.text("watch"),
            section.text("unwatch"),
            section.text("watched"),
            statements(section, "remove"));
    section.end();
    return changes;
  }

  /** Each of them a text, or an object with lines. */
  private static List<String> statements(JsonSection section, String key) {
    List<String> statements = new ArrayList<>();
    for (JsonSection statement : section.sections(key)) {
      statement
          .optionalLines("statement")
          .ifPresentOrElse(
              statements::add, () -> statement.fault("statement", "missing; a statement expected"));
      statement.end();
    }
    if (statements.isEmpty()) {
      section.fault(key, "at least one statement expected");
    }
    return statements;
  }
}
