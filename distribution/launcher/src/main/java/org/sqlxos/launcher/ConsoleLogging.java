package org.sqlxos.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The log of the command: warnings to standard error, and what SQLx OS itself finds worth telling.
 * In code, which starts faster than XML.
 */
public final class ConsoleLogging extends ContextAwareBase implements Configurator {

  private static final List<String> WHITEBOARD =
      List.of("org.eclipse.osgitech", "Jakartars.serviceRuntime");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    context.getLogger("ROOT").setLevel(Level.ERROR);
    context.getLogger("ROOT").addAppender(console);
    // It warns of optional parts that are left out on purpose (WADL), at every start.
    context.getLogger("org.glassfish.jersey").setLevel(Level.ERROR);
    // A node that ends right after its start stops it in the middle of its work; it complains then.
    for (String whiteboard : WHITEBOARD) {
      context.getLogger(whiteboard).setLevel(Level.OFF);
    }
    bridgeJavaLogging(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * Shows warnings from now on. Before, while a start can still fail, its reason is told once, by
   * the command itself.
   */
  static void showWarnings() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("ROOT").setLevel(Level.WARN);
      for (String whiteboard : WHITEBOARD) {
        context.getLogger(whiteboard).setLevel(Level.ERROR);
      }
    }
  }

  /**
   * Some libraries log with the JDK's own logging: it comes here too, and what is not shown is not
   * even made.
   */
  private static void bridgeJavaLogging(LoggerContext context) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    LevelChangePropagator levels = new LevelChangePropagator();
    levels.setContext(context);
    levels.setResetJUL(true);
    levels.start();
    context.addListener(levels);
  }
}
