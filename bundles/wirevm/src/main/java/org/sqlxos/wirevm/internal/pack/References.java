package org.sqlxos.wirevm.internal.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** The states and messages that a document names somewhere, each with the place. */
final class References {

  private record Named(JsonSection section, String key, String name) {}

  private final List<Named> states = new ArrayList<>();
  private final List<Named> messages = new ArrayList<>();

  void state(JsonSection section, String key, String name) {
    states.add(new Named(section, key, name));
  }

  /** A message that is sent. */
  void message(JsonSection section, String key, String name) {
    messages.add(new Named(section, key, name));
  }

  /** The messages that are sent. */
  Set<String> sent() {
    Set<String> names = new LinkedHashSet<>();
    messages.forEach(named -> names.add(named.name()));
    return names;
  }

  /**
   * Notes each name that is not defined.
   *
   * @return whether all are
   */
  boolean check(Set<String> definedStates, Set<String> definedMessages) {
    boolean states = check(this.states, definedStates, "a state");
    return check(messages, definedMessages, "a message") && states;
  }

  private static boolean check(List<Named> all, Set<String> defined, String what) {
    boolean sound = true;
    for (Named named : all) {
      if (!defined.contains(named.name()) && !named.name().isBlank()) {
        named
            .section()
            .fault(named.key(), what + " expected that is defined, not \"" + named.name() + "\"");
        sound = false;
      }
    }
    return sound;
  }
}
