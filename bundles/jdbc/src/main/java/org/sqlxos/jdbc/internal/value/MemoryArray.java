package org.sqlxos.jdbc.internal.value;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** An array of a database in memory; of several dimensions, if its elements are arrays. */
public final class MemoryArray implements Array {

  private final String baseType;
  private final int baseCode;
  private final Class<?> elementClass;
  private final List<@Nullable Object> elements;

  /** An array of what a caller gave. */
  public MemoryArray(String baseType, List<? extends @Nullable Object> elements) {
    this(baseType, UniversalType.ANY, elements);
  }

  private MemoryArray(
      String baseType, UniversalType element, List<? extends @Nullable Object> elements) {
    this.baseType = baseType;
    this.baseCode = JdbcTypes.code(element);
    this.elementClass = JdbcTypes.javaClass(element);
    this.elements = new ArrayList<>(elements);
  }

  static MemoryArray parse(String type, UniversalType element, String json) throws SQLException {
    String base = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
    return new MemoryArray(
        base, element, JsonArrays.parse(json, (token, text) -> element(element, token, text)));
  }

  private static Object element(UniversalType type, JsonToken token, String text)
      throws SQLException {
    try {
      return switch (type) {
        case Simple.BOOLEAN -> token == JsonToken.VALUE_TRUE;
        case IntegerType integer ->
            integer.bits() == Long.SIZE ? (Object) Long.valueOf(text) : Integer.valueOf(text);
        case DecimalType _ -> new BigDecimal(text);
        case FloatType number ->
            number.bits() == Float.SIZE ? (Object) Float.valueOf(text) : Double.valueOf(text);
        case Simple.UUID -> UUID.fromString(text);
        case BytesType _ -> Base64.getDecoder().decode(text);
        default -> temporal(type, text);
      };
    } catch (IllegalArgumentException e) {
      throw JdbcProblem.NOT_CONVERTIBLE.exception(
          "An element of the array cannot be read as " + type.notation());
    }
  }

  private static Object temporal(UniversalType type, String text) throws SQLException {
    ZoneId here = ZoneId.systemDefault();
    return switch (type) {
      case Simple.DATE -> java.sql.Date.valueOf(Temporals.date(text, here));
      case TimeType _ -> java.sql.Time.valueOf(Temporals.time(text, here));
      case TimestampType timestamp ->
          timestamp.zoned()
              ? (Object) Temporals.moment(text, ZoneOffset.UTC)
              : (Object) java.sql.Timestamp.valueOf(Temporals.local(text, here));
      default -> text;
    };
  }

  /** The elements, as a parameter is given them. */
  List<@Nullable Object> elements() {
    return elements;
  }

  @Override
  public String getBaseTypeName() {
    return baseType;
  }

  @Override
  public int getBaseType() {
    return baseCode;
  }

  /** An array of the elements' class, or of {@code Object} where they are arrays. */
  @Override
  public Object getArray() {
    return array(elements);
  }

  private Object array(List<?> list) {
    boolean nested = list.stream().anyMatch(List.class::isInstance);
    Class<?> component = nested || elementClass == byte[].class ? Object.class : elementClass;
    Object[] array = (Object[]) java.lang.reflect.Array.newInstance(component, list.size());
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i) instanceof List<?> inner ? array(inner) : list.get(i);
    }
    return array;
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    if (index < 1 || count < 0 || index - 1 + count > elements.size()) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception("The array has no such elements");
    }
    return array(elements.subList((int) index - 1, (int) index - 1 + count));
  }

  @Override
  public Object getArray(Map<String, Class<?>> map) throws SQLException {
    requireNone(map);
    return getArray();
  }

  @Override
  public Object getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
    requireNone(map);
    return getArray(index, count);
  }

  private static void requireNone(Map<String, Class<?>> map) throws SQLException {
    if (!map.isEmpty()) {
      throw JdbcProblem.unsupported("A map of types");
    }
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    throw JdbcProblem.unsupported("A result of an array's elements");
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map)
      throws SQLException {
    return getResultSet();
  }

  @Override
  public void free() {}

  @Override
  public String toString() {
    return baseType + Arrays.deepToString((Object[]) getArray());
  }
}
