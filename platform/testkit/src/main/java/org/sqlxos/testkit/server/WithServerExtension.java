package org.sqlxos.testkit.server;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Makes the database of {@link WithServer} before the class or the method and hands it out. It is
 * kept in the store of the context it was made for: the nearest one is found first, and JUnit
 * closes it with the context.
 */
final class WithServerExtension
    implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(WithServerExtension.class);

  WithServerExtension() {}

  /**
   * Skips here, not by an aborted {@code beforeAll}: surefire and failsafe report nothing at all
   * for a class aborted there.
   */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<WithServer> wanted =
        AnnotationSupport.findAnnotation(context.getElement(), WithServer.class);
    try {
      wanted.ifPresent(annotation -> annotation.value().start());
      return ConditionEvaluationResult.enabled(null);
    } catch (TestAbortedException unavailable) {
      return ConditionEvaluationResult.disabled(unavailable.getMessage());
    } catch (AssertionError unavailable) {
      return ConditionEvaluationResult.enabled("fails when it asks for its database");
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    create(context, context.getRequiredTestClass());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    create(context, context.getRequiredTestMethod());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase database = context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
    if (database == null) {
      throw new ParameterResolutionException(
          "@WithServer on a method gives a database to this method's parameters only");
    }
    return database;
  }

  private static void create(ExtensionContext context, AnnotatedElement annotated) {
    AnnotationSupport.findAnnotation(annotated, WithServer.class)
        .ifPresent(
            wanted ->
                context
                    .getStore(NAMESPACE)
                    .put(
                        TestDatabase.class,
                        wanted
                            .value()
                            .createDatabase(context.getRequiredTestClass().getSimpleName())));
  }
}
