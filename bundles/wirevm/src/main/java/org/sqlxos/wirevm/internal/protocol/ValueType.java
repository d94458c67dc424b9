package org.sqlxos.wirevm.internal.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.NativeType;
import org.sqlxos.wirevm.internal.value.FormatType;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * A type of a server.
 *
 * @param code the number by which the server means it
 * @param when what else has to hold of {@code column.*} or {@code parameter.*}; empty for nothing
 * @param binary how a value is written in the binary format, where there is one
 * @param text how a value is written in text
 */
public record ValueType(
    String name,
    long code,
    Optional<Expression> when,
    @Nullable ValueFormat binary,
    @Nullable ValueFormat text) {

  /** What clients are told of it. */
  public NativeType described() {
    return new NativeType(name, FormatType.of(preferred()));
  }

  /** The format that is asked for: binary where there is one. */
  public ValueFormat preferred() {
    if (binary != null) {
      return binary;
    }
    if (text != null) {
      return text;
    }
    throw new IllegalStateException("a type has a format");
  }

  /** As text, where the server gives no choice. */
  public ValueFormat inText() {
    return text == null ? preferred() : text;
  }
}
