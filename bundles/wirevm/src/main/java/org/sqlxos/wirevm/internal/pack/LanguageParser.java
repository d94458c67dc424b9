package org.sqlxos.wirevm.internal.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Language;
import org.sqlxos.wirepack.api.Language.GeneratedKeys;
import org.sqlxos.wirepack.api.Language.Lexis;
import org.sqlxos.wirepack.api.Language.Names;
import org.sqlxos.wirepack.api.Language.Namespace;
import org.sqlxos.wirepack.api.Language.Placeholders;
import org.sqlxos.wirepack.api.Language.Product;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads what clients with statements of their own have to know. */
final class LanguageParser {

  private LanguageParser() {}

  static Language read(JsonSection section) {
    Language language =
        new Language(
            section.choice("placeholders", Placeholders.class).orElse(Placeholders.QUESTION_MARKS),
            section.text("identifierQuote"),
            section.choice("names", Names.class).orElse(Names.AS_WRITTEN),
            lexis(section),
            section.flag("separateStatements"),
            section.choice("generatedKeys", GeneratedKeys.class).orElse(GeneratedKeys.NONE),
            section.choice("isolation", Isolation.class).orElse(Isolation.SERIALIZABLE),
            namespace(section, "catalogs"),
            namespace(section, "schemas"),
            section.has("products") ? products(section.sections("products")) : List.of());
    section.end();
    return language;
  }

  private static Set<Lexis> lexis(JsonSection section) {
    Set<Lexis> lexis = EnumSet.noneOf(Lexis.class);
    for (String written : section.texts("lexis")) {
      Optional<Lexis> known =
          EnumSet.allOf(Lexis.class).stream()
              .filter(each -> JsonSection.written(each).equals(written))
              .findFirst();
      known.ifPresentOrElse(
          lexis::add,
          () ->
              section.fault(
                  "lexis",
                  "some of "
                      + String.join(
                          ", ",
                          EnumSet.allOf(Lexis.class).stream().map(JsonSection::written).toList())
                      + " expected, not \""
                      + written
                      + "\""));
    }
    return lexis;
  }

  private static Optional<Namespace> namespace(JsonSection section, String key) {
    return section.has(key)
        ? section.section(key).map(LanguageParser::namespace)
        : Optional.empty();
  }

  private static Namespace namespace(JsonSection section) {
    Namespace namespace =
        new Namespace(section.text("current"), section.optionalText("use"), section.text("all"));
    section.end();
    return namespace;
  }

  private static List<Product> products(List<JsonSection> rows) {
    List<Product> products = new ArrayList<>();
    for (JsonSection row : rows) {
      products.add(new Product(row.pattern("version", 0), row.text("name")));
      row.end();
    }
    return products;
  }
}
