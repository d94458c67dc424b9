package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Commands;
import org.sqlxos.wirevm.internal.protocol.Commands.Notation;
import org.sqlxos.wirevm.internal.protocol.Commands.Reply;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Variables;
import org.sqlxos.wirevm.internal.tree.TreeJsonReader;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreePath;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/** Reads how statements are commands, and what their replies are. */
final class CommandsParser {

  private static final String LINES = "lines";

  private final Map<String, TreeLayout> trees;
  private final Variables variables;
  private final ExpressionParser expressions;

  CommandsParser(Map<String, TreeLayout> trees, Variables variables, ExpressionParser expressions) {
    this.trees = trees;
    this.variables = variables;
    this.expressions = expressions;
  }

  Optional<Commands> read(JsonSection section) {
    String name = section.text("tree");
    TreeLayout layout = trees.get(name);
    Notation notation = section.choice("notation", Notation.class).orElse(Notation.JSON);
    List<Reply> replies = section.sections("replies").stream().map(this::reply).toList();
    Optional<Expression> transactions =
        section.has("transactions")
            ? Optional.of(expressions.read(section, "transactions"))
            : Optional.empty();
    if (layout == null) {
      section.fault("tree", "one of " + String.join(", ", trees.keySet()) + " expected");
      return Optional.empty();
    }
    Map<String, List<TreeTemplate>> programs = new LinkedHashMap<>();
    section
        .namedSections("programs")
        .forEach((program, found) -> programs.put(program, words(found, layout)));
    section.end();
    return Optional.of(new Commands(layout, notation, programs, replies, transactions));
  }

  private List<TreeTemplate> words(JsonSection section, TreeLayout layout) {
    TreeJsonReader reader =
        new TreeJsonReader(layout, TreeJsonReader.Source.PACK, variables::place);
    List<TreeTemplate> words = new ArrayList<>();
    section
        .node("send")
        .filter(JsonNode::isArray)
        .ifPresentOrElse(
            send -> send.forEach(word -> words.add(reader.template(joined(word)))),
            () -> section.fault("send", "an array of words expected"));
    section.end();
    return words;
  }

  /** A long word may be written as an array of its lines. */
  private static JsonNode joined(JsonNode word) {
    if (!word.isObject() || !word.path(LINES).isArray()) {
      return word;
    }
    StringBuilder text = new StringBuilder();
    word.path(LINES).forEach(line -> text.append(line.asText()).append('\n'));
    return TextNode.valueOf(text.toString());
  }

  private Reply reply(JsonSection section) {
    Reply reply =
        new Reply(
            section.has("when") ? Optional.of(expressions.read(section, "when")) : Optional.empty(),
            path(section, "rows"),
            path(section, "row"),
            path(section, "affected"),
            section.has("more")
                ? Optional.of(expressions.read(section, "more"))
                : Optional.empty());
    section.end();
    return reply;
  }

  /** A path; a single point is the reply itself. */
  private static Optional<TreePath> path(JsonSection section, String key) {
    return section.optionalText(key).map(path -> TreePath.of(path.equals(".") ? "" : path));
  }
}
