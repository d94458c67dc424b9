package org.sqlxos.wirevm.internal.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.TypeGrammar;

/** Reads what follows the codes of types, where a server describes them in full. */
final class TypeGrammarParser {

  private enum PartKind {
    TYPE,
    NAME,
    TEXT,
    REPEAT
  }

  private final NumberForms forms;

  TypeGrammarParser(NumberForms forms) {
    this.forms = forms;
  }

  TypeGrammar read(JsonSection wire) {
    Map<Long, List<TypeGrammar.Part>> parts = new HashMap<>();
    // Values that say themselves what they are need no types.
    List<JsonSection> types = wire.has("commands") ? List.of() : wire.sections("types");
    for (JsonSection row : types) {
      if (row.has("parts")) {
        row.node("code").ifPresent(code -> parts.put(code.asLong(), parts(row)));
      }
    }
    return new TypeGrammar(parts);
  }

  private List<TypeGrammar.Part> parts(JsonSection section) {
    return section.sections("parts").stream().map(this::part).toList();
  }

  private TypeGrammar.Part part(JsonSection section) {
    TypeGrammar.Part part =
        switch (section.choice("part", PartKind.class).orElse(PartKind.TYPE)) {
          case TYPE -> new TypeGrammar.Part.Type();
          case NAME -> new TypeGrammar.Part.Name(forms.fixed(section, "length"));
          case TEXT -> new TypeGrammar.Part.Text(forms.fixed(section, "length"));
          case REPEAT -> new TypeGrammar.Part.Repeat(forms.fixed(section, "count"), parts(section));
        };
    section.end();
    return part;
  }
}
