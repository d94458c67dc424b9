package org.sqlxos.testkit.server;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sqlxos.testkit.tls.TestAuthority;
import org.sqlxos.testkit.tls.TestAuthority.Validity;

/** The certificate that a server shows to whoever asks for TLS. */
final class ServerCertificate {

  static final String NAME = "server";

  private ServerCertificate() {}

  /** Makes an authority and a certificate for {@code localhost} and 127.0.0.1. */
  static void make(Layout layout) throws IOException {
    Files.createDirectory(layout.tls(), asFileAttribute(fromString("rwx--x--x")));
    TestAuthority.create(layout.tls()).issue(NAME, Validity.NOW);
  }

  static TestAuthority authority(Layout layout) {
    return new TestAuthority(layout.tls());
  }

  /** What the server itself reads; a key only its owner may read. */
  static List<Path> files(Layout layout) {
    TestAuthority authority = authority(layout);
    return List.of(authority.certificate(), authority.certificate(NAME), authority.key(NAME));
  }
}
