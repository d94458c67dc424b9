package org.sqlxos.wirevm.internal.pack;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;

/** The number forms that a document can name: those of fixed width, and its own. */
final class NumberForms {

  private final Map<String, NumberForm> byName = new LinkedHashMap<>();

  NumberForms(ByteOrder order, Map<String, JsonSection> own) {
    for (int bytes : new int[] {1, 2, 3, 4, 8}) {
      for (ByteOrder each :
          new ByteOrder[] {order, ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
        boolean little = each == ByteOrder.LITTLE_ENDIAN;
        String suffix = byName.containsKey("u" + 8 * bytes) ? (little ? "le" : "be") : "";
        byName.put("u" + 8 * bytes + suffix, new Fixed(bytes, false, little));
        if (bytes != 3) {
          byName.put("i" + 8 * bytes + suffix, new Fixed(bytes, true, little));
        }
      }
    }
    own.forEach((name, section) -> byName.put(name, prefixed(section)));
  }

  private static NumberForm prefixed(JsonSection section) {
    NumberForm form =
        new NumberForm.Prefixed(
            byteOf(section, "inline"),
            section.has("none") ? byteOf(section, "none") : -1,
            byteOf(section, "two"),
            byteOf(section, "three"),
            byteOf(section, "eight"));
    section.end();
    return form;
  }

  private static int byteOf(JsonSection section, String key) {
    int value = section.optionalInteger(key).orElse(-1);
    if (value < 0 || value > 255) {
      section.fault(key, "a number from 0 to 255 expected");
    }
    return value;
  }

  Optional<NumberForm> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  NumberForm of(JsonSection section, String key) {
    String name = section.text(key);
    NumberForm form = byName.get(name);
    if (form == null) {
      if (!name.isBlank()) {
        section.fault(
            key,
            "one of " + String.join(", ", byName.keySet()) + " expected, not \"" + name + "\"");
      }
      return new Fixed(1, false, false);
    }
    return form;
  }

  Fixed fixed(JsonSection section, String key) {
    if (of(section, key) instanceof Fixed fixed) {
      return fixed;
    }
    section.fault(key, "a number of fixed width expected");
    return new Fixed(1, false, false);
  }

  NumberForm.Prefixed prefixed(JsonSection section, String key) {
    if (of(section, key) instanceof NumberForm.Prefixed prefixed) {
      return prefixed;
    }
    section.fault(key, "a number form of this pack's own expected");
    return new NumberForm.Prefixed(0, -1, 0, 0, 0);
  }
}
