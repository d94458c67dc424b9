package org.sqlxos.testkit.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class, or one test method, a fresh database on a real server.
 *
 * <p>On a class the database is shared by its tests and its nested classes; on a method it is that
 * method's alone, and hides the class's. A parameter of type {@link TestDatabase} receives it, in a
 * test, a lifecycle method or a constructor. The database is dropped afterwards.
 *
 * <p>Where the server cannot run the tests are reported as skipped, with the reason; with {@code
 * CI=true} in the environment they fail with it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(WithServerExtension.class)
public @interface WithServer {

  /** The kind of server. */
  DatabaseServer value();
}
