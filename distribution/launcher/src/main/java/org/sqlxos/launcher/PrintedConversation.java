package org.sqlxos.launcher;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.ConversationTrace;
import org.sqlxos.wirepack.api.TracedMessage;
import org.sqlxos.wirepack.api.TracedMessage.TracedField;

/** Prints a conversation, one line a message, or only listens how it is encrypted. */
final class PrintedConversation implements ConversationTrace {

  private final @Nullable PrintWriter out;
  private Optional<String> encryption = Optional.empty();
  private int messages;
  private long bytes;

  private PrintedConversation(@Nullable PrintWriter out) {
    this.out = out;
  }

  static PrintedConversation to(PrintWriter out) {
    return new PrintedConversation(out);
  }

  static PrintedConversation silent() {
    return new PrintedConversation(null);
  }

  /** Protocol and cipher suite; empty if nothing is encrypted. */
  Optional<String> encryption() {
    return encryption;
  }

  int messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void message(TracedMessage message) {
    messages++;
    bytes += message.bytes();
    if (out != null) {
      out.println(
          "%s  %-18s %-28s %6d bytes  %s"
              .formatted(
                  message.sent() ? "->" : "<-",
                  message.state(),
                  message.name(),
                  message.bytes(),
                  message.fields().stream()
                      .map(PrintedConversation::text)
                      .collect(Collectors.joining("  ")))
              .stripTrailing());
      out.flush();
    }
  }

  private static String text(TracedField field) {
    return field.name().isEmpty() ? field.value() : field.name() + "=" + field.value();
  }

  @Override
  public void encrypted(String protocol, String cipher) {
    encryption = Optional.of(protocol + ", " + cipher);
    if (out != null) {
      out.println("--  encrypted from here on: " + protocol + ", " + cipher);
    }
  }
}
