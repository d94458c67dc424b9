package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a command so that it does not find itself root, for a server that refuses to be: builds in
 * containers often are root.
 *
 * @param prefix what stands before the command
 * @param owner the user who has to own what the command writes, if it is not the one who runs us
 */
record Unprivileged(List<String> prefix, Optional<Integer> owner) {

  private static final int NOBODY = 65534;

  /** The user who runs us. */
  static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), Optional.empty());

  /** In a user namespace without a mapping root is nobody, and still owns its files. */
  static final Unprivileged USER_NAMESPACE =
      new Unprivileged(List.of("unshare", "--user"), Optional.empty());

  /** Containers often forbid user namespaces; there root can become somebody else. */
  static final Unprivileged OTHER_USER =
      new Unprivileged(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
          Optional.of(NOBODY));

  static Unprivileged find() throws ServerUnavailableException {
    if (!Machine.isRoot()) {
      return AS_WE_ARE;
    }
    return Stream.of(USER_NAMESPACE, OTHER_USER)
        .filter(Unprivileged::works)
        .findFirst()
        .orElseThrow(
            () ->
                new ServerUnavailableException(
                    "PostgreSQL refuses to run as root, and neither 'unshare --user' nor 'setpriv'"
                        + " works here; run the build as another user"));
  }

  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Gives a file or directory to the user the command runs as. */
  void give(Path path) throws IOException {
    if (owner.isPresent()) {
      Files.setAttribute(path, "unix:uid", owner.get());
    }
  }

  private boolean works() {
    try {
      return new ProcessBuilder(command(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
