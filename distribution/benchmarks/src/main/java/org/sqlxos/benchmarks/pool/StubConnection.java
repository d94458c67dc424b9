package org.sqlxos.benchmarks.pool;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A connection that does nothing, at no cost: what is left is the pool's. */
final class StubConnection implements Connection {

  private static UnsupportedOperationException none() {
    return new UnsupportedOperationException("not part of this benchmark");
  }

  @Override
  public void abort(Executor p0) {}

  @Override
  public void clearWarnings() {}

  @Override
  public void close() {}

  @Override
  public void commit() {}

  @Override
  public Array createArrayOf(String p0, Object[] p1) {
    throw none();
  }

  @Override
  public Blob createBlob() {
    throw none();
  }

  @Override
  public Clob createClob() {
    throw none();
  }

  @Override
  public NClob createNClob() {
    throw none();
  }

  @Override
  public SQLXML createSQLXML() {
    throw none();
  }

  @Override
  public Statement createStatement() {
    throw none();
  }

  @Override
  public Statement createStatement(int p0, int p1, int p2) {
    throw none();
  }

  @Override
  public Statement createStatement(int p0, int p1) {
    throw none();
  }

  @Override
  public Struct createStruct(String p0, Object[] p1) {
    throw none();
  }

  @Override
  public boolean getAutoCommit() {
    return true;
  }

  @Override
  public @Nullable String getCatalog() {
    return null;
  }

  @Override
  public Properties getClientInfo() {
    return new Properties();
  }

  @Override
  public @Nullable String getClientInfo(String p0) {
    return null;
  }

  @Override
  public int getHoldability() {
    return 0;
  }

  @Override
  public DatabaseMetaData getMetaData() {
    throw none();
  }

  @Override
  public int getNetworkTimeout() {
    return 0;
  }

  @Override
  public @Nullable String getSchema() {
    return null;
  }

  @Override
  public int getTransactionIsolation() {
    return TRANSACTION_READ_COMMITTED;
  }

  @Override
  public Map<String, Class<?>> getTypeMap() {
    return Map.of();
  }

  @Override
  public @Nullable SQLWarning getWarnings() {
    return null;
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public boolean isValid(int p0) {
    return true;
  }

  @Override
  public boolean isWrapperFor(Class<?> p0) {
    return false;
  }

  @Override
  public String nativeSQL(String p0) {
    throw none();
  }

  @Override
  public CallableStatement prepareCall(String p0, int p1, int p2, int p3) {
    throw none();
  }

  @Override
  public CallableStatement prepareCall(String p0, int p1, int p2) {
    throw none();
  }

  @Override
  public CallableStatement prepareCall(String p0) {
    throw none();
  }

  @Override
  public PreparedStatement prepareStatement(String p0, int[] p1) {
    throw none();
  }

  @Override
  public PreparedStatement prepareStatement(String p0, String[] p1) {
    throw none();
  }

  @Override
  public PreparedStatement prepareStatement(String p0, int p1, int p2, int p3) {
    throw none();
  }

  @Override
  public PreparedStatement prepareStatement(String p0, int p1, int p2) {
    throw none();
  }

  @Override
  public PreparedStatement prepareStatement(String p0, int p1) {
    throw none();
  }

  @Override
  public PreparedStatement prepareStatement(String p0) {
    throw none();
  }

  @Override
  public void releaseSavepoint(Savepoint p0) {}

  @Override
  public void rollback() {}

  @Override
  public void rollback(Savepoint p0) {}

  @Override
  public void setAutoCommit(boolean p0) {}

  @Override
  public void setCatalog(String p0) {}

  @Override
  public void setClientInfo(String p0, String p1) {}

  @Override
  public void setClientInfo(Properties p0) {}

  @Override
  public void setHoldability(int p0) {}

  @Override
  public void setNetworkTimeout(Executor p0, int p1) {}

  @Override
  public void setReadOnly(boolean p0) {}

  @Override
  public Savepoint setSavepoint() {
    throw none();
  }

  @Override
  public Savepoint setSavepoint(String p0) {
    throw none();
  }

  @Override
  public void setSchema(String p0) {}

  @Override
  public void setTransactionIsolation(int p0) {}

  @Override
  public void setTypeMap(Map<String, Class<?>> p0) {}

  @Override
  public <T> T unwrap(Class<T> p0) {
    throw none();
  }
}
