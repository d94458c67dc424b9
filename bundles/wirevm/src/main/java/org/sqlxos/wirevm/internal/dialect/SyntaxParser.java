package org.sqlxos.wirevm.internal.dialect;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Forms;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.Names;
import org.sqlxos.dialect.api.Syntax.Nulls;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.dialect.api.Syntax.ReadBackSyntax;
import org.sqlxos.dialect.api.Syntax.Returned;
import org.sqlxos.dialect.api.Syntax.ReturnedForm;
import org.sqlxos.dialect.api.Syntax.Upsert;
import org.sqlxos.dialect.api.Syntax.Write;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads the section {@code syntax}: what is not there is as in the base. */
final class SyntaxParser {

  /** Stands for one that could not be read; never given to anybody. */
  static final Syntax UNREAD =
      new Syntax('"', Placeholders.QUESTION_MARK, false, "", false, "$1 $2", "$1 $2", "$1 $2");

  private final JsonSection section;
  private final Optional<Syntax> base;

  SyntaxParser(JsonSection section, Optional<Syntax> base) {
    this.section = section;
    this.base = base;
  }

  Syntax read() {
    Syntax from = base.orElse(UNREAD);
    Returned returned =
        section.has("returned")
            ? section.section("returned").map(SyntaxParser::returned).orElse(Returned.NEVER)
            : from.returned();
    Optional<ReadBackSyntax> readBack =
        section.has("readBack")
            ? section.section("readBack").map(SyntaxParser::readBack)
            : from.readBack();
    if (returned.by().size() == Write.values().length) {
      if (section.has("readBack")) {
        section.fault("readBack", "nothing expected: every write returns its rows");
      }
      readBack = Optional.empty();
    }
    Syntax syntax =
        new Syntax(
            quote(from),
            choice("placeholders", Placeholders.class, from.placeholders()),
            returned,
            text("defaultValues", from.defaultValues()),
            section.has("defaultKeyword") ? section.flag("defaultKeyword") : from.defaultKeyword(),
            template("caseSensitiveLike", from.caseSensitiveLike()),
            template("caseInsensitiveLike", from.caseInsensitiveLike()),
            template("limitOffset", from.limitOffset()),
            readBack,
            forms(from.forms()),
            json(from),
            section.has("fullText") && !section.flag("fullText") ? Optional.empty() : from.search(),
            from.calls());
    section.end();
    return syntax;
  }

  private char quote(Syntax from) {
    String quote = text("identifierQuote", Character.toString(from.identifierQuote()));
    if (quote.length() != 1) {
      section.fault("identifierQuote", "one character expected");
      return '"';
    }
    return quote.charAt(0);
  }

  private Forms forms(Forms from) {
    return new Forms(
        optional("unsortedPage", from.unsortedPage()),
        optional("oneRow", from.oneRow()),
        section.has("names")
            ? section.choice("names", Names.class).orElse(from.names())
            : from.names(),
        from.wording(),
        section.has("lacks") ? someOf(section, "lacks", Lack.class) : from.lacks(),
        from.lockRows(),
        section.has("upsert")
            ? section.section("upsert").flatMap(SyntaxParser::upsert)
            : from.upsert(),
        nulls(from),
        optional("estimate", from.estimate()));
  }

  private Optional<Nulls> nulls(Forms from) {
    return section.has("nulls")
        ? section.choice("nulls", SortedNulls.class).flatMap(SortedNulls::known)
        : from.nulls();
  }

  /** What a document says of NULL where rows are sorted. */
  private enum SortedNulls {
    LOWEST(Optional.of(Nulls.LOWEST)),
    HIGHEST(Optional.of(Nulls.HIGHEST)),
    UNKNOWN(Optional.empty());

    private final Optional<Nulls> known;

    SortedNulls(Optional<Nulls> known) {
      this.known = known;
    }

    private Optional<Nulls> known() {
      return known;
    }
  }

  /** None where it is empty: a base may have one. */
  private static Optional<Upsert> upsert(JsonSection section) {
    if (!section.has("merge")) {
      section.end();
      return Optional.empty();
    }
    Upsert upsert =
        new Upsert(
            section.text("merge"),
            section.textOrEmpty("ignore"),
            section.textOrEmpty("incoming"),
            section.has("conditional") && section.flag("conditional"));
    section.end();
    return Optional.of(upsert);
  }

  /** The base's, unless the document says that there is none. */
  private Optional<JsonSyntax> json(Syntax from) {
    return section.has("embeds") && !section.flag("embeds") ? Optional.empty() : from.json();
  }

  private static Returned returned(JsonSection section) {
    ReturnedForm form = section.choice("form", ReturnedForm.class).orElse(ReturnedForm.RETURNING);
    Set<Write> by = someOf(section, "by", Write.class);
    section.end();
    return new Returned(form, by);
  }

  private static <E extends Enum<E>> Set<E> someOf(JsonSection section, String key, Class<E> type) {
    Map<String, E> known = new LinkedHashMap<>();
    EnumSet.allOf(type).forEach(each -> known.put(JsonSection.written(each), each));
    Set<E> some = EnumSet.noneOf(type);
    for (String name : section.texts(key)) {
      @Nullable E named = known.get(name);
      if (named == null) {
        String all = String.join(", ", known.keySet());
        section.fault(key, "some of " + all + " expected, not \"" + name + "\"");
      } else {
        some.add(named);
      }
    }
    return some;
  }

  private static ReadBackSyntax readBack(JsonSection section) {
    ReadBackSyntax syntax =
        new ReadBackSyntax(section.textOrEmpty("generatedKey"), section.textOrEmpty("lockRows"));
    section.end();
    return syntax;
  }

  private String template(String key, String from) {
    String template = text(key, from);
    if (!template.isEmpty() && !(template.contains("$1") && template.contains("$2"))) {
      section.fault(key, "$1 and $2 expected somewhere in it");
    }
    return template;
  }

  /** What every dialect has to say. */
  private String text(String key, String from) {
    return section.has(key) || base.isEmpty() ? section.text(key) : from;
  }

  private String optional(String key, String from) {
    return section.has(key) ? section.textOrEmpty(key) : from;
  }

  private <E extends Enum<E>> E choice(String key, Class<E> type, E from) {
    return section.has(key) || base.isEmpty() ? section.choice(key, type).orElse(from) : from;
  }
}
