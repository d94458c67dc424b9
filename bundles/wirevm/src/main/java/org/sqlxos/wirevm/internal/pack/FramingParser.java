package org.sqlxos.wirevm.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.frame.Framing.HeaderConstant;
import org.sqlxos.wirevm.internal.frame.Framing.HeaderVariable;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;
import org.sqlxos.wirevm.internal.protocol.Variables;
import org.sqlxos.wirevm.internal.tree.TreeLayout;

/** Reads what stands around messages: the parts of a header, in their order. */
final class FramingParser {

  private final NumberForms forms;

  private final Variables variables;

  FramingParser(NumberForms forms, Variables variables) {
    this.forms = forms;
    this.variables = variables;
  }

  Framing read(String name, JsonSection section, Map<String, TreeLayout> trees) {
    if (section.has("tree")) {
      String tree = section.text("tree");
      TreeLayout layout = trees.get(tree);
      section.end();
      if (layout == null) {
        section.fault("tree", "one of " + String.join(", ", trees.keySet()) + " expected");
      } else {
        return Framing.ofValues(name, layout);
      }
    }
    return header(name, section);
  }

  private Framing header(String name, JsonSection section) {
    Fixed lengthForm = new Fixed(1, false, false);
    int lengthOffset = -1;
    int lengthCounts = 0;
    int tagOffset = -1;
    int sequenceOffset = -1;
    List<HeaderConstant> constants = new ArrayList<>();
    List<HeaderVariable> kept = new ArrayList<>();
    int at = 0;
    List<JsonSection> parts = section.sections("header");
    for (JsonSection part : parts) {
      Fixed form = forms.fixed(part, "type");
      switch (part.choice("part", HeaderPart.class).orElse(HeaderPart.TAG)) {
        case TAG -> tagOffset = at;
        case SEQUENCE -> sequenceOffset = at;
        case LENGTH -> {
          lengthOffset = at;
          lengthForm = form;
          lengthCounts = part.optionalInteger("counts").orElse(0);
        }
        case CONSTANT -> constants.add(constant(part, at, form));
        case VARIABLE -> kept.add(new HeaderVariable(at, form, variables.place(part.text("name"))));
      }
      part.end();
      at += form.bytes();
    }
    if (parts.isEmpty()) {
      section.fault("header", "at least one part expected");
    }
    int splitAt = section.optionalInteger("splitAt").orElse(0);
    section.end();
    return new Framing(
        name,
        at,
        lengthOffset,
        lengthForm,
        lengthCounts,
        tagOffset,
        sequenceOffset,
        splitAt,
        constants,
        kept,
        Optional.empty());
  }

  private static HeaderConstant constant(JsonSection part, int at, Fixed form) {
    int sent = part.optionalInteger("sent").orElse(-1);
    int received = part.optionalInteger("received").orElse(-1);
    if (sent < 0 || received < 0) {
      part.fault("sent", "sent and received expected, numbers of 0 or more");
    }
    return new HeaderConstant(at, form, sent, received);
  }

  /** What a header is made of. */
  private enum HeaderPart {
    TAG,
    LENGTH,
    SEQUENCE,
    CONSTANT,
    VARIABLE
  }
}
