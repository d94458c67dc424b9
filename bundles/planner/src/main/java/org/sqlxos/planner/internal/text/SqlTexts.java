package org.sqlxos.planner.internal.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/** Parses texts, each once. What is parsed is never changed. */
final class SqlTexts {

  private static final int MOST_KEPT = 512;

  private final Map<String, Statement> kept = new ConcurrentHashMap<>();

  Statement parse(String text) {
    @Nullable Statement known = kept.get(text);
    if (known != null) {
      return known;
    }
    SqlSize.require(text);
    Statement parsed;
    try {
      parsed = CCJSqlParserUtil.parse(text);
    } catch (JSQLParserException e) {
      // Its message shows the text, in which there may be values.
      throw SqlProblem.NOT_READ.problem(
          "The text is no SQL statement", "Write one statement, with ? for each parameter.");
    }
    if (parsed == null) {
      throw SqlProblem.NOT_READ.problem("The text is empty", "Write one statement.");
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(text, parsed);
    return parsed;
  }
}
