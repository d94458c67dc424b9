package org.sqlxos.wirevm.internal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a protocol uses, each with its place in {@link Slots}. Names are resolved while a
 * pack is read; nothing is looked up by name afterwards.
 */
public final class Variables {

  private final Map<String, Integer> places = new LinkedHashMap<>();

  /** The place of a name; a new one if it was not known. */
  public int place(String name) {
    return places.computeIfAbsent(name, _ -> places.size());
  }

  /** The place of a name, or -1. */
  public int find(String name) {
    return places.getOrDefault(name, -1);
  }

  /** The places of all names that begin so. */
  public int[] startingWith(String prefix) {
    return places.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToInt(Map.Entry::getValue)
        .toArray();
  }

  public List<String> names() {
    return List.copyOf(places.keySet());
  }

  public int count() {
    return places.size();
  }
}
