package org.sqlxos.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlxos.start.api.StartProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sqlx key create}: makes an API key and prints it, once. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Make an API key and print it. It is told this once: the node keeps its hash.",
      "A node that runs takes it within a second. To take it back, delete its line from the file."
    })
final class KeyCreateCommand implements Callable<Integer> {

  private static final Pattern WORD = Pattern.compile("[^\\s=,#]+");

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description = "A role of the policy; several with commas.")
  private List<String> roles = List.of();

  @Option(names = "--name", paramLabel = "NAME", description = "Whose key it is, for the operator.")
  private @Nullable String name;

  @Option(
      names = "--claim",
      paramLabel = "NAME=VALUE",
      description = "A fact about the caller that row filters use, for instance sub=42.")
  private Map<String, String> claims = new LinkedHashMap<>();

  @Option(
      names = "--data",
      defaultValue = "sqlx-data",
      paramLabel = "DIR",
      description =
          "The node's data; the keys are in its file api-keys. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("sqlx-data");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Map<String, String> facts = new LinkedHashMap<>();
    if (name != null) {
      facts.put("name", name);
    }
    facts.putAll(claims);
    roles.forEach(role -> requireWord(command, role));
    facts.forEach(
        (claim, value) -> {
          requireWord(command, claim);
          requireWord(command, value);
        });
    NewKey key = NewKey.of(String.join(",", roles), facts);
    append(key.line());
    PrintWriter out = command.commandLine().getOut();
    out.println(key.key());
    out.flush();
    return 0;
  }

  private static void requireWord(CommandSpec command, String text) {
    if (!WORD.matcher(text).matches()) {
      throw new ParameterException(
          command.commandLine(), "\"" + text + "\" is no word without spaces, commas and =");
    }
  }

  private void append(String line) {
    Path file = data.resolve("api-keys");
    Set<OpenOption> append = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try {
      Files.createDirectories(data);
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] ownerOnly =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      try (SeekableByteChannel channel = Files.newByteChannel(file, append, ownerOnly)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    } catch (IOException e) {
      throw StartProblem.DATA_IN_USE.problem(
          "\"" + file + "\" cannot be written.", "Choose the node's folder with --data.");
    }
  }
}
