package org.sqlxos.wirevm.internal.extender;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.sqlxos.wirepack.api.AuthenticationFunction;
import org.sqlxos.wirevm.internal.auth.Functions;

/**
 * The functions in the service registry. Looked up for each use: there is one use a connection at
 * most, and a bundle may have come or gone since the last.
 */
record ServiceFunctions(BundleContext context) implements Functions {

  @Override
  public Optional<AuthenticationFunction> find(String name) {
    Collection<ServiceReference<AuthenticationFunction>> found = references(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(use(Collections.max(found), name));
  }

  /** The parser lets no name through that a filter would have to escape. */
  private Collection<ServiceReference<AuthenticationFunction>> references(String name) {
    try {
      return context.getServiceReferences(
          AuthenticationFunction.class, "(" + AuthenticationFunction.FUNCTION + "=" + name + ")");
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private AuthenticationFunction use(
      ServiceReference<AuthenticationFunction> reference, String name) {
    return (List<byte[]> arguments) -> {
      @Nullable AuthenticationFunction function = context.getService(reference);
      if (function == null) {
        throw new IllegalArgumentException("the function " + name + " has just gone");
      }
      try {
        return function.apply(arguments);
      } finally {
        context.ungetService(reference);
      }
    };
  }
}
