package org.sqlxos.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.runtime.api.SqlxRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sqlx serve}: what the configuration says and nothing else. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serve the databases of a configuration.",
      "Nothing is implicit: a phase that pipeline.required names and no bundle provides refuses"
          + " every operation.",
      "Variables override the file: SQLX_HTTP_PORT is http.port."
    })
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration, usually sqlx.yaml.")
  private Path config = Path.of("sqlx.yaml");

  @Option(names = "--port", paramLabel = "PORT", description = "Overrides http.port.")
  private @Nullable Integer port;

  @Option(
      names = "--data",
      defaultValue = "sqlx-data",
      paramLabel = "DIR",
      description = "Where the node keeps its state. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("sqlx-data");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    SqlxRuntime.Builder builder =
        SqlxRuntime.builder()
            .bundles(Home.find().bundles())
            .data(data)
            .configuration(config)
            .environment(System.getenv());
    if (port != null) {
      builder.set("http.port", String.valueOf(port));
    }
    ConsoleLogging.showWarnings();
    SqlxRuntime node = builder.start();
    Shutdown.of(node);
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    out.println("SQLx OS " + Version.text() + " serves at " + node.address());
    out.flush();
    node.awaitStop();
    return 0;
  }
}
