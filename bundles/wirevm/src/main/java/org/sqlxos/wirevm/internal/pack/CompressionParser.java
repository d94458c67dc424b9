package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.frame.Compression;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;

/** Reads what stands before pieces of compressed frames. */
final class CompressionParser {

  /** What a header is made of. */
  private enum HeaderPart {
    LENGTH,
    SEQUENCE,
    PLAIN_LENGTH
  }

  private final NumberForms forms;

  CompressionParser(NumberForms forms) {
    this.forms = forms;
  }

  Optional<Compression> read(JsonSection section) {
    Compression.@Nullable Part length = null;
    Compression.@Nullable Part plain = null;
    int sequence = -1;
    int at = 0;
    List<JsonSection> parts = section.sections("header");
    for (JsonSection part : parts) {
      Fixed form = forms.fixed(part, "type");
      switch (part.choice("part", HeaderPart.class).orElse(HeaderPart.LENGTH)) {
        case LENGTH -> length = new Compression.Part(at, form);
        case PLAIN_LENGTH -> plain = new Compression.Part(at, form);
        case SEQUENCE -> sequence = at;
      }
      part.end();
      at += form.bytes();
    }
    int threshold = section.optionalInteger("threshold").orElse(0);
    section.end();
    if (length == null || plain == null) {
      section.fault("header", "the parts length and plain-length expected");
      return Optional.empty();
    }
    return Optional.of(new Compression(at, length, plain, sequence, threshold));
  }
}
