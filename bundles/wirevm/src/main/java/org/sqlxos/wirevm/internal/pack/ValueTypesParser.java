package org.sqlxos.wirevm.internal.pack;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.ValueType;
import org.sqlxos.wirevm.internal.protocol.ValueTypes;
import org.sqlxos.wirevm.internal.value.Family;
import org.sqlxos.wirevm.internal.value.ValueFormat;
import org.sqlxos.wirevm.internal.value.ValueFormatParser;

/** Reads the types of values as the server numbers them. */
final class ValueTypesParser {

  private final ByteOrder order;
  private final ExpressionParser expressions;

  ValueTypesParser(ByteOrder order, ExpressionParser expressions) {
    this.order = order;
    this.expressions = expressions;
  }

  ValueTypes read(JsonSection wire) {
    Map<String, ValueType> byName = new LinkedHashMap<>();
    List<ValueType> types = new ArrayList<>();
    Map<String, ValueType> named = new LinkedHashMap<>();
    for (JsonSection row : wire.sections("types")) {
      ValueType type = type(row);
      Optional<String> own = row.optionalText("named");
      own.ifPresentOrElse(called -> named.put(called, type), () -> types.add(type));
      if (byName.putIfAbsent(type.name(), type) != null) {
        row.fault("name", "a name that no other type has expected");
      }
      // Read before, for the messages' sake.
      row.node("parts");
      row.end();
    }
    Map<Family, ValueType> byFamily = new EnumMap<>(Family.class);
    if (wire.has("parameterTypes")) {
      wire.section("parameterTypes").ifPresent(section -> families(section, byName, byFamily));
    }
    return new ValueTypes(types, named, named(wire, "unknownType", byName), byFamily);
  }

  private void families(
      JsonSection section, Map<String, ValueType> byName, Map<Family, ValueType> byFamily) {
    for (Family family : Family.values()) {
      String key = JsonSection.written(family);
      if (section.has(key)) {
        byFamily.put(family, named(section, key, byName));
      }
    }
    section.end();
  }

  private static ValueType named(JsonSection section, String key, Map<String, ValueType> byName) {
    ValueType type = byName.get(section.text(key));
    if (type != null) {
      return type;
    }
    section.fault(key, "the name of a type expected");
    return new ValueType("", 0, Optional.empty(), null, null);
  }

  private ValueType type(JsonSection row) {
    String name = row.text("name");
    long code = row.node("code").map(node -> node.asLong(-1)).orElse(-1L);
    if (code < 0) {
      row.fault("code", "a number of 0 or more expected");
    }
    @Nullable ValueFormat binary = format(row, "binary");
    @Nullable ValueFormat text = format(row, "text");
    if (binary == null && text == null) {
      row.fault("binary", "missing; a type has a binary or a text format");
    }
    return new ValueType(
        name,
        code,
        row.has("when") ? Optional.of(expressions.read(row, "when")) : Optional.empty(),
        binary,
        text);
  }

  private @Nullable ValueFormat format(JsonSection row, String key) {
    return row.has(key)
        ? row.section(key).flatMap(section -> ValueFormatParser.read(section, order)).orElse(null)
        : null;
  }
}
