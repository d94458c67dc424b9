package org.sqlxos.wirevm.internal.pack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirevm.internal.value.Families;
import org.sqlxos.wirevm.internal.value.Family;

/** How a database keeps values: one codec a family of types, {@code PLAIN} where none is named. */
public record ValueCodecs(Map<Family, ValueCodec> byFamily) {

  public ValueCodecs {
    Map<Family, ValueCodec> copy = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      copy.put(family, byFamily.getOrDefault(family, ValueCodec.PLAIN));
    }
    byFamily = Collections.unmodifiableMap(copy);
  }

  public ValueCodec of(Family family) {
    return byFamily.getOrDefault(family, ValueCodec.PLAIN);
  }

  public ValueCodec of(UniversalType type) {
    return of(Families.of(type));
  }
}
