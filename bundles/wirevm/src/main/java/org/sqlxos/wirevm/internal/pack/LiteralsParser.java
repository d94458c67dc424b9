package org.sqlxos.wirevm.internal.pack;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Literals;
import org.sqlxos.wirevm.internal.value.Family;

/** Reads how values are written into statements. */
final class LiteralsParser {

  private static final List<String> PLACES =
      List.of(Literals.PLAIN, Literals.TEXT, Literals.HEX, Literals.LIST);

  private final JsonSection section;

  LiteralsParser(JsonSection section) {
    this.section = section;
  }

  Literals read() {
    Map<Family, String> forms = new EnumMap<>(Family.class);
    section.section("forms").ifPresent(all -> forms(all, forms));
    Map<Integer, String> escapes = new HashMap<>();
    section
        .section("escapes")
        .ifPresent(
            all ->
                all.allTexts()
                    .forEach(
                        (key, written) -> {
                          if (key.length() == 1) {
                            escapes.put((int) key.charAt(0), written);
                          } else {
                            all.fault(key, "one character expected");
                          }
                        }));
    Map<String, String> words =
        section.has("words")
            ? section.section("words").map(JsonSection::allTexts).orElse(Map.of())
            : Map.of();
    String quote = section.text("quote");
    if (!quote.isEmpty() && !escapes.containsKey((int) quote.charAt(0))) {
      section.fault("escapes", "what is written in place of the quote expected");
    }
    section.end();
    return new Literals(forms, quote, escapes, words);
  }

  private static void forms(JsonSection all, Map<Family, String> forms) {
    for (Family family : Family.values()) {
      String key = JsonSection.written(family);
      if (all.has(key)) {
        String form = all.text(key);
        if (PLACES.stream().filter(form::contains).count() != 1) {
          all.fault(key, "one of " + String.join(", ", PLACES) + " expected in it");
        }
        forms.put(family, form);
      }
    }
    if (!forms.containsKey(Family.TEXT)) {
      all.fault("text", "missing; it stands for the families that are not there");
    }
    all.end();
  }
}
