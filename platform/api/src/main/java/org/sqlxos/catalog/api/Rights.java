package org.sqlxos.catalog.api;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do with one relation.
 *
 * @param columns by what is permitted, the columns that it is permitted for; {@link
 *     Permission#DELETE} has none
 * @param everyRow whether no row's key is hidden: only then the deletion of one can be told
 */
public record Rights(Map<Permission, Set<String>> columns, boolean everyRow) {

  public Rights {
    columns =
        columns.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
  }

  /** Rights on some of the rows, as far as is known. */
  public Rights(Map<Permission, Set<String>> columns) {
    this(columns, false);
  }

  /** Whether it may be done, with some columns at least. */
  public boolean permit(Permission permission) {
    return columns.containsKey(permission);
  }

  /** Whether it may be done with this column. */
  public boolean permit(Permission permission, String column) {
    return columns.getOrDefault(permission, Set.of()).contains(column);
  }
}
