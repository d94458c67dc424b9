package org.sqlxos.wirevm.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.HeaderNumbers;
import org.sqlxos.wirevm.internal.frame.NumberForm;

/**
 * How a server describes types: a code, and for some codes what they are made of.
 *
 * @param parts what follows a code; nothing where it is not there
 */
public record TypeGrammar(Map<Long, List<Part>> parts) {

  /** Deeper nesting no sound schema has. */
  private static final int DEEPEST = 24;

  public TypeGrammar {
    parts = Map.copyOf(parts);
  }

  /** What follows the code of a type. */
  public sealed interface Part {

    /** Another type. */
    record Type() implements Part {}

    /** The name of the type that follows. */
    record Name(NumberForm.Fixed length) implements Part {}

    /** A text that means nothing here. */
    record Text(NumberForm.Fixed length) implements Part {}

    /** Parts so many times as a number before them says. */
    record Repeat(NumberForm.Fixed count, List<Part> parts) implements Part {
      public Repeat {
        parts = List.copyOf(parts);
      }
    }
  }

  /**
   * A type as it was described.
   *
   * @param parts the types that it is made of
   * @param names of the parts, where they have any
   */
  public record Tree(long code, List<Tree> parts, List<String> names) {
    public Tree {
      parts = List.copyOf(parts);
      names = List.copyOf(names);
    }
  }

  /** Reads the description of one type. */
  public static Tree read(BodyReader from, NumberForm.Fixed form, TypeGrammar grammar) {
    return grammar.tree(from, form, 0);
  }

  private Tree tree(BodyReader from, NumberForm.Fixed form, int depth) {
    if (depth > DEEPEST) {
      throw WireProblem.MALFORMED.problem("A type is nested more than " + DEEPEST + " deep");
    }
    long code = number(from, form);
    List<Part> follow = parts.getOrDefault(code, List.of());
    if (follow.isEmpty()) {
      return new Tree(code, List.of(), List.of());
    }
    List<Tree> inner = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Part part : follow) {
      part(from, form, part, new Inside(depth + 1, inner, names));
    }
    return new Tree(code, inner, names);
  }

  private record Inside(int depth, List<Tree> parts, List<String> names) {}

  private void part(BodyReader from, NumberForm.Fixed form, Part part, Inside inside) {
    switch (part) {
      case Part.Type _ -> inside.parts().add(tree(from, form, inside.depth()));
      case Part.Name name -> inside.names().add(from.takeText(number(from, name.length())));
      case Part.Text text -> from.skipLong(number(from, text.length()));
      case Part.Repeat repeat -> {
        long count = number(from, repeat.count());
        for (long i = 0; i < count; i++) {
          for (Part each : repeat.parts()) {
            part(from, form, each, inside);
          }
        }
      }
    }
  }

  private static long number(BodyReader from, NumberForm.Fixed form) {
    int at = from.position();
    from.skip(form.bytes());
    return HeaderNumbers.read(from.array(), at, form);
  }
}
