package org.sqlxos.admin.internal.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.sqlxos.admin.internal.answer.AdminProblem;
import org.sqlxos.problem.api.ProblemException;

/** The file that holds the token. Only its owner can read it, from the moment it exists. */
final class TokenFile {

  private static final int TOKEN_BYTES = 32;
  private static final int LEAST_CHARACTERS = 32;
  private static final int GREATEST_BYTES = 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  TokenFile(Path path) {
    this.path = path;
  }

  /**
   * The token; made if there is none.
   *
   * @throws ProblemException if the file cannot be read or written, others can read it, or what it
   *     holds is too short to be a secret
   */
  String token() {
    try {
      return read();
    } catch (NoSuchFileException e) {
      return create();
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  private String read() throws IOException {
    if (Files.size(path) > GREATEST_BYTES) {
      throw AdminProblem.TOKEN_FILE.problem("\"%s\" is no token file: too long".formatted(path));
    }
    String token = Files.readString(path, StandardCharsets.US_ASCII).strip();
    if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
      throw AdminProblem.TOKEN_FILE.problem(
          "\"%s\" can be read by others than its owner".formatted(path),
          "delete it and start again, or chmod 600 if nobody has seen it");
    }
    if (token.length() < LEAST_CHARACTERS) {
      throw AdminProblem.TOKEN_FILE.problem(
          "\"%s\" holds %d characters; a token has %d or more"
              .formatted(path, token.length(), LEAST_CHARACTERS),
          "delete it and start again");
    }
    return token;
  }

  private String create() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      write(token + "\n");
      return token;
    } catch (FileAlreadyExistsException e) {
      throw failed("appeared while it was being created", e);
    } catch (IOException e) {
      throw failed("cannot be created", e);
    }
  }

  private void write(String line) throws IOException {
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] attributes =
        posix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (SeekableByteChannel channel = Files.newByteChannel(path, fresh, attributes)) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private boolean posix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private ProblemException failed(String what, IOException cause) {
    return new ProblemException(
        org.sqlxos.problem.api.Problem.of(
            AdminProblem.TOKEN_FILE, "\"%s\" %s".formatted(path, what)),
        cause);
  }
}
