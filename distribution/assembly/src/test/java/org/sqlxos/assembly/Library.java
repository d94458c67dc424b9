package org.sqlxos.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One node on the schema of {@code library.sql} for all tests of a run that ask for it; each of
 * them begins with the rows of {@code library-rows.sql}. A test takes the {@link Product} or its
 * {@link Http} as a parameter.
 */
final class Library implements BeforeEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Library.class);

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    product(context).elsewhere(resource("library-rows.sql"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Http.class || type == Product.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Product product = product(context);
    return parameter.getParameter().getType() == Http.class ? product.http() : product;
  }

  private static Product product(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Product.class, ignored -> start(), Product.class);
  }

  private static Product start() {
    try {
      return Product.serving(resource("library.sql"));
    } catch (IOException | SQLException e) {
      throw new AssertionError("the library cannot be served", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Library.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
