package org.sqlxos.assembly.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A database of one to four tables; each may refer to one that stands before it. */
public record GeneratedSchema(List<GeneratedTable> tables) {

  private static final int MOST_TABLES = 4;

  /** A schema made up by this source of numbers. */
  public static GeneratedSchema any(Random random) {
    List<GeneratedTable> tables = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 1 + random.nextInt(MOST_TABLES); i > 0; i--) {
      tables.add(
          GeneratedTable.any(random, GeneratedTable.fresh(random, taken), List.copyOf(tables)));
    }
    return new GeneratedSchema(List.copyOf(tables));
  }

  /** The statements that create it. */
  public String ddl() {
    return tables.stream().map(GeneratedTable::ddl).collect(Collectors.joining(";\n"));
  }
}
