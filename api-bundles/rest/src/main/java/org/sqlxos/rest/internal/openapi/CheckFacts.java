package org.sqlxos.rest.internal.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;

/**
 * What the simple ones among the CHECK constraints say about single columns: bounds of a number or
 * length, and lists of values, joined by AND. Everything else is left to the database: a fact that
 * is missing harms nobody, a wrong one would.
 */
final class CheckFacts {

  private static final String NAME =
      "(?:\"([^\"]+)\"|`([^`]+)`|\\[([^\\]]+)\\]|([\\p{L}_][\\p{L}\\p{N}_]*))";
  private static final String NUMBER = "([+-]?\\d{1,18}(?:\\.\\d{1,18})?)";
  private static final String LITERAL = "(?:'(?:[^']|'')*'|[+-]?\\d{1,18}(?:\\.\\d{1,18})?)";

  private static final Pattern BOUND = pattern(NAME + "\\s*(<=|>=|<|>)\\s*" + NUMBER);
  private static final Pattern BETWEEN =
      pattern(NAME + "\\s+BETWEEN\\s+" + NUMBER + "\\s+AND\\s+" + NUMBER);
  private static final Pattern LENGTH =
      pattern("(?:char_)?length\\s*\\(\\s*" + NAME + "\\s*\\)\\s*(<=|>=|<|>|=)\\s*(\\d{1,9})");
  private static final Pattern LENGTH_BETWEEN =
      pattern(
          "(?:char_)?length\\s*\\(\\s*"
              + NAME
              + "\\s*\\)\\s*BETWEEN\\s+(\\d{1,9})\\s+AND\\s+(\\d{1,9})");
  private static final Pattern ONE_OF =
      pattern(NAME + "\\s+IN\\s*\\(\\s*(" + LITERAL + "(?:\\s*,\\s*" + LITERAL + ")*)\\s*\\)");
  private static final Pattern ITEM = Pattern.compile(LITERAL);
  private static final Pattern BETWEEN_AND = Pattern.compile("(?i)\\bBETWEEN\\s+\\S+\\s*$");

  /** An expression longer than this is not simple. */
  private static final int MAX_LENGTH = 2_000;

  private final Map<String, Facts> byColumn = new HashMap<>();

  private CheckFacts() {}

  /** The facts about a relation's columns, by name; a column without facts is absent. */
  static Map<String, Facts> of(Relation relation) {
    CheckFacts facts = new CheckFacts();
    switch (relation) {
      case Table table -> table.checks().forEach(facts::add);
      case View ignored -> {}
    }
    return facts.byColumn;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private void add(Check check) {
    if (check.expression().length() <= MAX_LENGTH) {
      conjuncts(check.expression()).forEach(part -> conjunct(unwrap(part)));
    }
  }

  private void conjunct(String text) {
    Matcher bound = BOUND.matcher(text);
    Matcher between = BETWEEN.matcher(text);
    Matcher length = LENGTH.matcher(text);
    Matcher lengthBetween = LENGTH_BETWEEN.matcher(text);
    Matcher oneOf = ONE_OF.matcher(text);
    if (bound.matches()) {
      facts(bound).bound(bound.group(5), new BigDecimal(bound.group(6)));
    } else if (between.matches()) {
      facts(between).bound(">=", new BigDecimal(between.group(5)));
      facts(between).bound("<=", new BigDecimal(between.group(6)));
    } else if (length.matches()) {
      facts(length).length(length.group(5), Integer.parseInt(length.group(6)));
    } else if (lengthBetween.matches()) {
      facts(lengthBetween).length(">=", Integer.parseInt(lengthBetween.group(5)));
      facts(lengthBetween).length("<=", Integer.parseInt(lengthBetween.group(6)));
    } else if (oneOf.matches()) {
      facts(oneOf).oneOf(items(oneOf.group(5)));
    }
  }

  private Facts facts(Matcher matcher) {
    for (int group = 1; group <= 4; group++) {
      String name = matcher.group(group);
      if (name != null) {
        return byColumn.computeIfAbsent(name, ignored -> new Facts());
      }
    }
    throw new IllegalStateException("a name was matched in none of its forms");
  }

  private static List<String> items(String list) {
    return ITEM.matcher(list).results().map(result -> result.group()).toList();
  }

  // Splits at each AND outside parentheses and quotes that is not BETWEEN's.
  private static List<String> conjuncts(String expression) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
      } else if (!quoted && depth == 0 && and(expression, i)) {
        String part = expression.substring(start, i);
        if (!BETWEEN_AND.matcher(part).find()) {
          parts.add(part);
          start = i + 3;
        }
      }
    }
    parts.add(expression.substring(start));
    return parts;
  }

  private static boolean and(String text, int at) {
    return text.regionMatches(true, at, "and", 0, 3)
        && at > 0
        && !Character.isJavaIdentifierPart(text.charAt(at - 1))
        && at + 3 < text.length()
        && !Character.isJavaIdentifierPart(text.charAt(at + 3));
  }

  private static String unwrap(String text) {
    String stripped = text.strip();
    boolean wrapped =
        stripped.startsWith("(")
            && stripped.endsWith(")")
            && stripped.indexOf('(', 1) < 0
            && stripped.indexOf(')') == stripped.length() - 1;
    return wrapped ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
  }
}
