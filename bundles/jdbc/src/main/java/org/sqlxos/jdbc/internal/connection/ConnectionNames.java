package org.sqlxos.jdbc.internal.connection;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.lexis.Translation;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.jdbc.internal.statement.Host;
import org.sqlxos.jdbc.internal.statement.Warnings;
import org.sqlxos.jdbc.internal.value.MemoryArray;
import org.sqlxos.jdbc.internal.value.MemoryBlob;
import org.sqlxos.jdbc.internal.value.MemoryClob;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Language.Namespace;

/** What a connection is called and can make: names in use, client information, values. */
abstract class ConnectionNames implements Connection, Host {

  private final Link link;
  private final Warnings notices = new Warnings();
  private final Warnings warnings = new Warnings();
  private final Set<Statement> statements =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private final Properties clientInfo = new Properties();

  ConnectionNames(Link link) {
    this.link = link;
  }

  @Override
  public final Link link() {
    return link;
  }

  @Override
  public final Warnings notices() {
    return notices;
  }

  final Warnings warnings() {
    return warnings;
  }

  final void requireOpen() throws SQLException {
    if (link.closed()) {
      throw JdbcProblem.CLOSED.exception("The connection is closed");
    }
  }

  final <S extends Statement> S opened(S statement) {
    statements.add(statement);
    return statement;
  }

  @Override
  public final void closed(Statement statement) {
    statements.remove(statement);
  }

  final void closeStatements() throws SQLException {
    for (Statement each : List.copyOf(statements)) {
      each.close();
    }
  }

  @Override
  public final @Nullable String getCatalog() throws SQLException {
    return current(link.language().catalogs());
  }

  @Override
  public final void setCatalog(@Nullable String catalog) throws SQLException {
    use(link.language().catalogs(), catalog);
  }

  @Override
  public final @Nullable String getSchema() throws SQLException {
    return current(link.language().schemas());
  }

  @Override
  public final void setSchema(@Nullable String schema) throws SQLException {
    use(link.language().schemas(), schema);
  }

  private @Nullable String current(Optional<Namespace> names) throws SQLException {
    requireOpen();
    return names.isEmpty() ? null : link.ask(names.get().current(), link.deadline(0)).orElse(null);
  }

  /** Without effect where the database has no such names, or none other can be used. */
  private void use(Optional<Namespace> names, @Nullable String name) throws SQLException {
    requireOpen();
    Optional<String> statement = names.flatMap(Namespace::use);
    if (statement.isPresent() && name != null) {
      String text = statement.get().replace("$1", Translation.quoted(link.language(), name));
      link.run(
          new TargetStatement(text, List.of(), List.of(), true),
          link.deadline(0),
          cursor -> {
            cursor.close();
            return true;
          });
    }
  }

  @Override
  public final Array createArrayOf(String type, Object @Nullable [] elements) throws SQLException {
    requireOpen();
    return new MemoryArray(type, elements == null ? List.of() : Arrays.asList(elements));
  }

  @Override
  public final Blob createBlob() throws SQLException {
    requireOpen();
    return new MemoryBlob(new byte[0]);
  }

  @Override
  public final Clob createClob() throws SQLException {
    return createNClob();
  }

  @Override
  public final NClob createNClob() throws SQLException {
    requireOpen();
    return new MemoryClob("");
  }

  @Override
  public final SQLXML createSQLXML() throws SQLException {
    throw JdbcProblem.UNSUPPORTED.exception("SQLXML is not supported", "Bind it as a string.");
  }

  @Override
  public final Struct createStruct(String type, Object[] attributes) throws SQLException {
    throw JdbcProblem.unsupported("A structure");
  }

  @Override
  public final Map<String, Class<?>> getTypeMap() throws SQLException {
    requireOpen();
    return new HashMap<>();
  }

  @Override
  public final void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
    requireOpen();
    if (map != null && !map.isEmpty()) {
      throw JdbcProblem.unsupported("A map of types");
    }
  }

  /** Kept for who asks; no server is told. */
  @Override
  public final void setClientInfo(String name, @Nullable String value)
      throws SQLClientInfoException {
    requireOpenForInfo();
    if (value == null) {
      clientInfo.remove(name);
    } else {
      clientInfo.setProperty(name, value);
    }
  }

  @Override
  public final void setClientInfo(Properties properties) throws SQLClientInfoException {
    requireOpenForInfo();
    clientInfo.clear();
    clientInfo.putAll(properties);
  }

  private void requireOpenForInfo() throws SQLClientInfoException {
    if (link.closed()) {
      throw new SQLClientInfoException("The connection is closed", "08003", Map.of());
    }
  }

  @Override
  public final @Nullable String getClientInfo(String name) throws SQLException {
    requireOpen();
    return clientInfo.getProperty(name);
  }

  @Override
  public final Properties getClientInfo() throws SQLException {
    requireOpen();
    Properties copy = new Properties();
    copy.putAll(clientInfo);
    return copy;
  }
}
