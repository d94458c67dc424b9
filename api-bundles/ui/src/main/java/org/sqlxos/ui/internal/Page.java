package org.sqlxos.ui.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it is served: held compressed, for nearly every browser takes it so.
 *
 * @param version changes with the content; the strong ETag, and the query of addresses that caches
 *     keep for good
 */
record Page(String mediaType, String version, byte[] gzip) {

  private static final int VERSION_BYTES = 8;

  static Page of(String mediaType, byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    String digest = HexFormat.of().formatHex(sha256(content), 0, VERSION_BYTES);
    return new Page(mediaType, digest, compressed.toByteArray());
  }

  /** Writes the file as it was before it was compressed. */
  void writePlain(OutputStream out) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      in.transferTo(out);
    }
  }

  boolean isHtml() {
    return mediaType.startsWith("text/html");
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
