package org.sqlxos.rest.internal.response;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.sqlxos.rest.internal.request.ContentCoding;

/** Names a body by what is in it; RFC 9110, 8.8.3. */
final class EntityTag {

  /** 128 bits: nobody finds two bodies of one name by chance. */
  private static final int DIGEST_BYTES = 16;

  private EntityTag() {}

  /**
   * A strong tag.
   *
   * @param coding how the body is sent; the same body in another coding is another one
   */
  static String of(byte[] body, int length, ContentCoding coding) {
    MessageDigest digest = sha256();
    digest.update(body, 0, length);
    String name =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOf(digest.digest(), DIGEST_BYTES));
    return coding == ContentCoding.IDENTITY
        ? '"' + name + '"'
        : '"' + name + '-' + coding.token() + '"';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
