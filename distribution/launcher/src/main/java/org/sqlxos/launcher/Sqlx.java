package org.sqlxos.launcher;

import java.io.PrintWriter;
import java.util.Arrays;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command itself. What a user got wrong is told in one line, with exit status 2. */
@Command(
    name = "sqlx",
    description = "SQLx OS: point it at a database, and it is an API.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DevCommand.class,
      ServeCommand.class,
      AnalyzeCommand.class,
      PackCommand.class,
      KeyCommand.class,
      PolicyCommand.class,
      ChangesCommand.class,
      WarmCommand.class,
      HelpCommand.class
    })
public final class Sqlx {

  /** The user got something wrong: an option, a file, a port. */
  static final int WRONG_USE = 2;

  private static final String DEV = "dev";

  private Sqlx() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    boolean dev = arguments.length > 0 && arguments[0].equals(DEV);
    // Making the model of every command takes longer than starting the framework; the one that has
    // to start fast gets only its own.
    CommandLine line =
        dev
            ? new CommandLine(new DevCommand()).setCommandName("sqlx dev")
            : new CommandLine(new Sqlx());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Sqlx::explainWrongUse);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof ProblemException problem) {
            explain(command.getErr(), problem.problem());
            return WRONG_USE;
          }
          throw failure;
        });
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return WRONG_USE;
    }
    return line.execute(dev ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
  }

  private static int explainWrongUse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    StringBuilder line =
        new StringBuilder("sqlx: ").append(firstLine(String.valueOf(wrong.getMessage())));
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      line.append("; perhaps you meant ").append(unmatched.getSuggestions().getFirst());
    }
    line.append(". See: ").append(command.getCommandSpec().qualifiedName()).append(" --help");
    err.println(line);
    err.flush();
    return WRONG_USE;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("wrong use");
  }

  private static void explain(PrintWriter err, Problem problem) {
    err.println(
        "sqlx: "
            + sentence(problem.detail())
            + problem.hint().map(hint -> " " + hint).orElse("")
            + " ["
            + problem.code().code()
            + "]");
    err.flush();
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
