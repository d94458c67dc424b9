package org.sqlxos.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.dialect.api.Syntax;

/** What one pack can, in words. */
record PackPage(JsonNode pack, Optional<Syntax> syntax) {

  String name() {
    return pack.get("name").textValue();
  }

  String product() {
    return pack.get("product").textValue();
  }

  List<String> cells() {
    JsonNode transactions = pack.get("transactions");
    boolean wire = pack.has("wire");
    return List.of(
        product(),
        schemes(),
        pack.get("transport").textValue(),
        syntax.map(PackPage::changed).orElse("-"),
        isolation(transactions.path("isolation")),
        yes(
            transactions.path("savepoints").isObject()
                || transactions.path("savepoints").asBoolean()),
        wire ? yes(pack.at("/wire/operations").has("copy")) : "no",
        wire ? yes(pack.toString().contains("\"notification\"")) : "no",
        tls(wire),
        pack.get("introspection").has("metadata") ? "the driver" : "statements");
  }

  private String schemes() {
    List<String> schemes = new ArrayList<>();
    pack.get("schemes").forEach(scheme -> schemes.add("`" + scheme.textValue() + ":`"));
    return String.join(" ", schemes);
  }

  private String tls(boolean wire) {
    return switch (pack.get("transport").textValue()) {
      case "embedded" -> "-";
      case "jdbc" -> "the driver's";
      default -> yes(wire && pack.toString().contains("\"start\":\"tls\""));
    };
  }

  private static String changed(Syntax syntax) {
    int by = syntax.returned().by().size();
    if (by == Syntax.Write.values().length) {
      return "returned";
    }
    if (syntax.readBack().isEmpty()) {
      return "no";
    }
    boolean told =
        syntax.returned().by().contains(Syntax.Write.INSERT)
            || !syntax.readBack().get().generatedKey().isEmpty();
    return (by == 0 ? "read" : "returned or read") + (told ? "" : ", inserts with their key only");
  }

  private static String isolation(JsonNode levels) {
    List<String> names = new ArrayList<>();
    if (levels.isArray()) {
      levels.forEach(level -> names.add(level.textValue()));
    } else {
      levels.fieldNames().forEachRemaining(names::add);
    }
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  private static String yes(boolean can) {
    return can ? "yes" : "no";
  }
}
