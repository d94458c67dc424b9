package org.sqlxos.wirevm.internal.pack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Operation;

/** Reads what can be asked of a server that is ready. */
final class OperationsParser {

  private static final List<Operation.Kind> NEEDED =
      List.of(Operation.Kind.PREPARE, Operation.Kind.EXECUTE, Operation.Kind.SIMPLE);

  /** Of those whose statements have their values in them. */
  private static final List<Operation.Kind> UNPREPARED =
      List.of(Operation.Kind.EXECUTE, Operation.Kind.SIMPLE);

  private static final List<Operation.Kind> OF_A_COPY =
      List.of(
          Operation.Kind.COPY,
          Operation.Kind.COPY_DATA,
          Operation.Kind.COPY_END,
          Operation.Kind.COPY_FAIL);

  private final JsonSection wire;
  private final References references;

  OperationsParser(JsonSection wire, References references) {
    this.wire = wire;
    this.references = references;
  }

  Map<Operation.Kind, Operation> read(Map<String, JsonSection> named) {
    Map<Operation.Kind, Operation> operations = new EnumMap<>(Operation.Kind.class);
    for (Operation.Kind kind : Operation.Kind.values()) {
      JsonSection section = named.remove(JsonSection.written(kind));
      if (section != null) {
        operations.put(kind, operation(kind, section));
        section.end();
      }
    }
    named.keySet().forEach(key -> wire.fault("operations." + key, "unknown operation"));
    boolean commands = operations.containsKey(Operation.Kind.COMMAND);
    requireAll(operations, commands ? List.of() : wire.has("literals") ? UNPREPARED : NEEDED);
    if (commands != wire.has("commands")) {
      wire.fault("commands", "expected together with the operation command, not one without it");
    }
    if (operations.containsKey(Operation.Kind.COMMIT)
        != operations.containsKey(Operation.Kind.ROLLBACK)) {
      wire.fault("operations", "commit and rollback expected together");
    }
    if (OF_A_COPY.stream().anyMatch(operations::containsKey)) {
      requireAll(operations, OF_A_COPY);
    }
    return operations;
  }

  private Operation operation(Operation.Kind kind, JsonSection section) {
    List<String> each = kind == Operation.Kind.BATCH ? messages(section, "each") : List.of();
    List<String> send = messages(section, "send");
    String then = section.optionalText("then").orElse("");
    references.state(section, "then", then);
    return new Operation(each, send, then);
  }

  private List<String> messages(JsonSection section, String key) {
    List<String> messages = section.texts(key);
    for (int i = 0; i < messages.size(); i++) {
      references.message(section, key + "[" + i + "]", messages.get(i));
    }
    return messages;
  }

  private void requireAll(
      Map<Operation.Kind, Operation> operations, List<Operation.Kind> expected) {
    for (Operation.Kind kind : expected) {
      if (!operations.containsKey(kind)) {
        wire.fault("operations." + JsonSection.written(kind), "missing; an operation expected");
      }
    }
  }
}
