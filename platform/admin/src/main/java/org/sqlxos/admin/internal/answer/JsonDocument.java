package org.sqlxos.admin.internal.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An answer that writes itself. */
@FunctionalInterface
public interface JsonDocument {

  void write(JsonGenerator json) throws IOException;
}
