package org.sqlxos.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.wirepack.api.PackCheck;
import org.sqlxos.wirepack.api.PackReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sqlx pack check}: tells every fault of wire packs, one a line. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Tell every fault of wire packs: its path in the document, and what was expected there.",
      "Exit status 0 if there is none, else 2."
    })
final class PackCheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The pack, usually wirepack.json.")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Path> readable = files.stream().filter(file -> readable(file, err)).toList();
    boolean sound = readable.size() == files.size();
    if (!readable.isEmpty()) {
      try (Workbench bench = Workbench.open()) {
        PackCheck check =
            bench
                .node()
                .service(PackCheck.class)
                .orElseThrow(
                    () ->
                        StartProblem.BUNDLES_MISSING.problem(
                            "No bundle is installed that reads wire packs."));
        for (Path file : readable) {
          sound &= check(file, check, out, err);
        }
      }
    }
    out.flush();
    err.flush();
    return sound ? 0 : Sqlx.WRONG_USE;
  }

  private static boolean readable(Path file, PrintWriter err) {
    Optional<String> fault =
        !Files.exists(file)
            ? Optional.of("there is no such file")
            : Files.isDirectory(file) ? Optional.of("it is a folder") : Optional.empty();
    fault.ifPresent(text -> err.println("sqlx: " + file + ": " + text));
    return fault.isEmpty();
  }

  private static boolean check(Path file, PackCheck check, PrintWriter out, PrintWriter err) {
    try (InputStream document = Files.newInputStream(file)) {
      PackReport report = check.check(document);
      report.faults().forEach(fault -> out.println(file + ": " + fault));
      report.contents().ifPresent(contents -> out.println(file + ": " + summary(contents)));
      return report.faults().isEmpty();
    } catch (IOException e) {
      err.println("sqlx: " + file + ": it cannot be read");
      return false;
    }
  }

  private static String summary(PackReport.Contents pack) {
    return "format %d, pack %s, transport %s, %d messages, %d states, %d types: no faults"
        .formatted(
            pack.format(),
            pack.name(),
            pack.transport().name().toLowerCase(Locale.ROOT),
            pack.messages(),
            pack.states(),
            pack.types());
  }
}
