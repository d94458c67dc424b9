package org.sqlxos.jdbc.internal.statement;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.value.JdbcTypes;
import org.sqlxos.wirepack.api.NativeType;

/** What a server says of the parameters of a statement. */
record ParameterTypes(List<NativeType> types) implements ParameterMetaData {

  private NativeType type(int index) throws SQLException {
    if (index < 1 || index > types.size()) {
      throw JdbcProblem.PARAMETERS.exception(
          "There is no parameter %d; the statement has %d, counted from 1"
              .formatted(index, types.size()));
    }
    return types.get(index - 1);
  }

  @Override
  public int getParameterCount() {
    return types.size();
  }

  @Override
  public int isNullable(int index) throws SQLException {
    type(index);
    return parameterNullableUnknown;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return JdbcTypes.signed(type(index).universal());
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return JdbcTypes.precision(type(index).universal());
  }

  @Override
  public int getScale(int index) throws SQLException {
    return JdbcTypes.scale(type(index).universal());
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return JdbcTypes.code(type(index).universal());
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return type(index).name();
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    return JdbcTypes.javaClass(type(index).universal()).getName();
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    type(index);
    return parameterModeIn;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw JdbcProblem.unsupported("To be unwrapped to " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
