package org.sqlxos.jdbc.internal.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.statement.Host;

/**
 * {@link DatabaseMetaData}: what depends on the database is answered by {@link Answers}, everything
 * else by a table, the file {@code facts.properties}. The interface has 180 methods, most of them
 * questions to which there is one answer: a class would say less in six times the lines.
 */
public final class MetadataProxy implements InvocationHandler {

  private static final Properties FACTS = facts();

  private final Answers answers;

  private MetadataProxy(Answers answers) {
    this.answers = answers;
  }

  /**
   * What a connection tells of its database.
   *
   * @param url without user and parameters
   */
  public static DatabaseMetaData of(Host host, String url, String user) {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            MetadataProxy.class.getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            new MetadataProxy(new Answers(host, url, user)));
  }

  private static Properties facts() {
    Properties facts = new Properties();
    try (InputStream file = MetadataProxy.class.getResourceAsStream("facts.properties")) {
      facts.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
      return wrapped(proxy, method, arguments);
    }
    if (answers.getConnection().isClosed()) {
      throw JdbcProblem.CLOSED.exception("The connection is closed");
    }
    Method answer;
    try {
      answer = Answers.class.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      return fact(method);
    }
    try {
      return answer.invoke(answers, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private @Nullable Object ofObject(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "metadata of " + answers.getURL();
    };
  }

  private static Object wrapped(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
    boolean fits =
        arguments != null && arguments[0] instanceof Class<?> type && type.isInstance(proxy);
    if (method.getName().equals("isWrapperFor")) {
      return fits;
    }
    if (!fits) {
      throw JdbcProblem.unsupported("To be unwrapped to this type");
    }
    return proxy;
  }

  /** What stands in the table; no, 0, nothing and no rows where nothing does. */
  private static Object fact(Method method) {
    String fact = FACTS.getProperty(method.getName(), "");
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return Boolean.parseBoolean(fact);
    }
    if (type == int.class) {
      return fact.isEmpty() ? 0 : Integer.parseInt(fact);
    }
    if (type == long.class) {
      return fact.isEmpty() ? 0L : Long.parseLong(fact);
    }
    return type == ResultSet.class ? new Table(fact).result() : fact;
  }
}
