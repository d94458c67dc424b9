package org.sqlxos.wirevm.internal.dialect;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Forms;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.Names;
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
            forms(from.forms()));
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
        lacks(from.lacks()),
        from.lockRows(),
        section.has("upsert")
            ? section.section("upsert").flatMap(SyntaxParser::upsert)
            : from.upsert());
  }

  /** None where it is empty: a base may have one. */
  private static Optional<Upsert> upsert(JsonSection section) {
    String merge = section.textOrEmpty("merge");
    Upsert upsert =
        new Upsert(
            merge,
            section.textOrEmpty("ignore"),
            section.textOrEmpty("incoming"),
            section.has("conditional") && section.flag("conditional"));
    section.end();
    return merge.isEmpty() ? Optional.empty() : Optional.of(upsert);
  }

  private Set<Lack> lacks(Set<Lack> from) {
    if (!section.has("severalRows")) {
      return from;
    }
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    lacks.addAll(from);
    if (section.flag("severalRows")) {
      lacks.remove(Lack.SEVERAL_ROWS);
    } else {
      lacks.add(Lack.SEVERAL_ROWS);
    }
    return lacks;
  }

  private static Returned returned(JsonSection section) {
    ReturnedForm form = section.choice("form", ReturnedForm.class).orElse(ReturnedForm.RETURNING);
    Set<Write> by = EnumSet.noneOf(Write.class);
    for (String name : section.texts("by")) {
      try {
        by.add(Write.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        section.fault("by", "insert, update, delete expected, not \"" + name + "\"");
      }
    }
    section.end();
    return new Returned(form, by);
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
