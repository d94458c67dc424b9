package org.sqlxos.wirepack.api;

import java.util.List;

/**
 * How a database is made to tell of changes of rows. The payload of a notification is texts with
 * the character U+001F between them: {@code insert}, {@code update}, {@code delete} or {@code
 * other}; the schema; the table; and the values of the primary key, as many as it has columns.
 * There are none where they are too long, or the rows are not known.
 *
 * @param channel what notifications come by
 * @param listen has them come to a session
 * @param install statements that prepare the database; running them again changes nothing
 * @param watch has changes of one table told; takes its schema and name as parameters
 * @param unwatch ends that
 * @param watched a query for schema and name of the tables that are told of
 * @param remove statements that leave nothing behind
 */
public record ChangeCapture(
    String channel,
    String listen,
    List<String> install,
    String watch,
    String unwatch,
    String watched,
    List<String> remove) {
  public ChangeCapture {
    install = List.copyOf(install);
    remove = List.copyOf(remove);
  }
}
