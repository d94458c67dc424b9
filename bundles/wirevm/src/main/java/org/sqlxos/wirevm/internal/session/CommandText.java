package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.protocol.Commands;
import org.sqlxos.wirevm.internal.tree.TreeJsonReader;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/** Reads the text of statements as trees, each text once. */
final class CommandText {

  /** A statement with its values in it is seldom sent twice: so many are kept. */
  private static final int MOST_KEPT = 1_024;

  /**
   * A statement that has been read.
   *
   * @param program the program that it names; empty if it names none
   */
  record Read(String program, TreeTemplate template) {}

  private final Commands commands;
  private final TreeJsonReader json;
  private final Map<String, Read> kept = new ConcurrentHashMap<>();

  CommandText(Commands commands) {
    this.commands = commands;
    this.json = new TreeJsonReader(commands.layout(), TreeJsonReader.Source.STATEMENT, _ -> -1);
  }

  Read read(String text) {
    Read known = kept.get(text);
    if (known != null) {
      return known;
    }
    Read read =
        switch (commands.notation()) {
          case WORDS -> words(text);
          case JSON -> new Read("", json.read(text));
        };
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(text, read);
    return read;
  }

  private Read words(String text) {
    List<TreeTemplate> words = new CommandWords(text).read();
    String first = words.getFirst() instanceof TreeTemplate.Constant(String word) ? word : "";
    List<TreeTemplate> program = commands.programs().get(first);
    if (program == null) {
      return new Read("", new TreeTemplate.Items(words));
    }
    List<TreeTemplate> all = new ArrayList<>(program);
    all.addAll(words.subList(1, words.size()));
    return new Read(first, new TreeTemplate.Items(all));
  }

  /** Words, those with spaces in double quotes. */
  private static final class CommandWords {

    private final String text;
    private final List<TreeTemplate> words = new ArrayList<>();
    private int at;

    CommandWords(String text) {
      this.text = text;
    }

    List<TreeTemplate> read() {
      while (true) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        if (at == text.length()) {
          break;
        }
        words.add(text.charAt(at) == '"' ? quoted() : plain());
      }
      if (words.isEmpty()) {
        throw WireProblem.STATEMENT_MALFORMED.problem("The statement has no words");
      }
      return words;
    }

    private TreeTemplate plain() {
      int start = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      String word = text.substring(start, at);
      return parameter(word).orElseGet(() -> new TreeTemplate.Constant(word));
    }

    private static Optional<TreeTemplate> parameter(String word) {
      if (!word.matches("\\$[1-9][0-9]{0,4}")) {
        return Optional.empty();
      }
      int number = Integer.parseInt(word.substring(1));
      return Optional.of(new TreeTemplate.Parameter(number, Optional.empty()));
    }

    private TreeTemplate quoted() {
      StringBuilder word = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return new TreeTemplate.Constant(word.toString());
        }
        if (c == '\\' && at + 1 < text.length()) {
          at++;
          c = escaped(text.charAt(at));
        }
        word.append(c);
      }
      throw WireProblem.STATEMENT_MALFORMED.problem(
          "A double quote has no end", "Write \\\" for a quote inside of a word.");
    }

    private static char escaped(char c) {
      return switch (c) {
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        default -> c;
      };
    }
  }
}
