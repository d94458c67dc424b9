package org.sqlxos.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.TraceableWirePack;
import org.sqlxos.wirepack.api.WirePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sqlx analyze}: what a database is, or what is said while a connection to it is made. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Tell what a database is and how it is reached.",
      "With --trace, print the decoded conversation that opens a connection, asks for the server's"
          + " version and ends; what is secret is printed as ***."
    })
final class AnalyzeCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Option(
      names = "--database",
      required = true,
      paramLabel = "URL",
      description = "The database, for instance postgresql://user:password@host/database.")
  private String database = "";

  @Option(names = "--trace", description = "Print each message, decoded.")
  private boolean trace;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "A folder with wire packs that are JSON files, besides those installed.")
  private @Nullable Path packs;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    ConnectionUrl url = ConnectionUrl.parse(DevCommand.checked(database, command));
    try (Workbench bench = Workbench.open(Optional.ofNullable(packs), trace ? "" : database)) {
      WirePack pack = bench.packFor(url);
      if (trace) {
        printConversation(pack, url, out);
      } else {
        describe(bench, pack, url, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void printConversation(WirePack pack, ConnectionUrl url, PrintWriter out) {
    if (!(pack instanceof TraceableWirePack traceable)) {
      throw StartProblem.NO_CONVERSATION.problem(
          "\"%s\" is reached inside this process: nothing is said over a wire.".formatted(url));
    }
    PrintedConversation conversation = PrintedConversation.to(out);
    Deadline deadline = Deadline.in(LIMIT);
    try (Session session =
        DatabaseCheck.naming(url, () -> traceable.connect(url, deadline, conversation))) {
      session
          .describe(IntrospectionQuery.VERSION, deadline)
          .ifPresent(rows -> out.println("--  version " + version(rows)));
    }
    out.printf("--  %d messages, %d bytes%n", conversation.messages(), conversation.bytes());
  }

  private static String version(Cursor rows) {
    try (rows) {
      return rows.next() ? rows.getText(0) : "unknown";
    }
  }

  private void describe(Workbench bench, WirePack pack, ConnectionUrl url, PrintWriter out) {
    CatalogSnapshot catalog =
        new DatabaseCheck(bench.node()).require(DevCommand.nameOf(database), database);
    PackDescription description = pack.description();
    line(out, "Database", url.toString());
    line(out, "Server", catalog.database().product() + " " + catalog.database().version());
    line(
        out,
        "Pack",
        "%s, for %s:, transport %s, dialect %s"
            .formatted(
                description.name(),
                String.join(":, ", description.schemes().stream().sorted().toList()),
                description.transport().name().toLowerCase(java.util.Locale.ROOT),
                description.dialect()));
    line(out, "Encryption", encryption(pack, url));
    line(
        out,
        "Schema",
        "%s, default schema %s"
            .formatted(
                SchemaSize.of(catalog),
                catalog.database().defaultSchema().isEmpty()
                    ? "of the connection"
                    : "\"" + catalog.database().defaultSchema() + "\""));
    line(
        out,
        "Decimals",
        description.decimalDigits() == 0
            ? "exact, as declared"
            : "exact up to " + description.decimalDigits() + " digits");
  }

  private static String encryption(WirePack pack, ConnectionUrl url) {
    if (!(pack instanceof TraceableWirePack traceable)) {
      return "none is needed: the database is inside this process";
    }
    PrintedConversation listener = PrintedConversation.silent();
    traceable.connect(url, Deadline.in(LIMIT), listener).close();
    return listener.encryption().orElse("none: everything passes as plain text");
  }

  private static void line(PrintWriter out, String what, String text) {
    out.printf("%-11s %s%n", what, text);
  }
}
