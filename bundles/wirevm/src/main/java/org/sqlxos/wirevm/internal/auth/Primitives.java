package org.sqlxos.wirevm.internal.auth;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlxos.wirevm.internal.protocol.Expression.Primitive;

/** All primitives, by name. Adding one is adding a row. */
public final class Primitives {

  private static final int ANY = Integer.MAX_VALUE;
  private static final Map<String, NamedPrimitive> BY_NAME = new TreeMap<>();

  static {
    row("text", 1, 1, a -> text(a[0]));
    row("bytes", 1, 1, a -> bytes(a[0]));
    row("concat", 1, ANY, Octets::concat);
    row("slice", 3, 3, a -> Octets.slice(bytes(a[0]), (int) number(a[1]), (int) number(a[2])));
    row("length", 1, 1, a -> (long) bytes(a[0]).length);
    row("zero", 1, 1, a -> new byte[(int) number(a[0])]);
    row("xor", 2, 2, a -> Octets.xor(bytes(a[0]), bytes(a[1])));
    row("hex", 1, 1, a -> Encodings.hex(bytes(a[0])));
    row("base64", 1, 1, a -> Encodings.base64(bytes(a[0])));
    row("base64-decode", 1, 1, a -> Encodings.base64Decode(text(a[0])));
    row("attribute", 2, 2, a -> Encodings.attribute(text(a[0]), text(a[1])));
    row("saslprep", 1, 1, a -> SaslPrep.prepare(text(a[0])));
    row("number", 1, 1, a -> Encodings.number(text(a[0])));
    row("leading-number", 1, 1, a -> Encodings.leadingNumber(text(a[0])));
    row("random", 1, 1, a -> Digests.random((int) number(a[0])));
    row("md5", 1, ANY, a -> Digests.digest("MD5", Octets.concat(a)));
    row("sha1", 1, ANY, a -> Digests.digest("SHA-1", Octets.concat(a)));
    row("sha256", 1, ANY, a -> Digests.digest("SHA-256", Octets.concat(a)));
    row("sha512", 1, ANY, a -> Digests.digest("SHA-512", Octets.concat(a)));
    row("hmac-sha256", 2, 2, a -> Digests.hmac("HmacSHA256", bytes(a[0]), bytes(a[1])));
    row(
        "pbkdf2-sha256",
        3,
        3,
        a -> Digests.pbkdf2("HmacSHA256", bytes(a[0]), bytes(a[1]), number(a[2])));
    row("hmac-sha1", 2, 2, a -> Digests.hmac("HmacSHA1", bytes(a[0]), bytes(a[1])));
    row(
        "pbkdf2-sha1",
        3,
        3,
        a -> Digests.pbkdf2("HmacSHA1", bytes(a[0]), bytes(a[1]), number(a[2])));
    row("scram-name", 1, 1, a -> text(a[0]).replace("=", "=3D").replace(",", "=2C"));
    row("after", 2, 2, a -> Encodings.after(text(a[0]), text(a[1])));
    row("rsa-oaep", 2, 2, a -> Digests.rsaOaep(bytes(a[0]), text(a[1])));
    row("equal", 2, 2, a -> Octets.equal(bytes(a[0]), bytes(a[1])));
    row("starts-with", 2, 2, a -> text(a[0]).startsWith(text(a[1])));
    row("contains-line", 2, 2, a -> text(a[0]).lines().anyMatch(text(a[1])::equals));
    row("before", 2, 2, a -> Encodings.before(text(a[0]), text(a[1])));
    row("percent", 1, 1, a -> Encodings.percent(bytes(a[0])));
    row("matches", 2, 2, a -> Encodings.matches(text(a[0]), text(a[1])));
    row("empty", 1, 1, a -> bytes(a[0]).length == 0);
    row("bits", 2, 2, a -> (number(a[0]) & number(a[1])) != 0);
    row("bit-and", 2, 2, a -> number(a[0]) & number(a[1]));
    row("bit-or", 1, ANY, Primitives::bitOr);
    row("shift-left", 2, 2, a -> number(a[0]) << number(a[1]));
    row("less", 2, 2, a -> number(a[0]) < number(a[1]));
    row("choose", 3, 3, a -> truth(a[0]) ? a[1] : a[2]);
    row("not", 1, 1, a -> !truth(a[0]));
    row("and", 1, ANY, Primitives::and);
    row("or", 1, ANY, Primitives::or);
  }

  private Primitives() {}

  private static void row(String name, int least, int most, Primitive code) {
    BY_NAME.put(name, new NamedPrimitive(name, least, most, code));
  }

  public static Optional<NamedPrimitive> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static Collection<String> names() {
    return BY_NAME.keySet();
  }

  /** A value as text, bytes being UTF-8. */
  public static String asText(Object value) {
    return text(value);
  }

  static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value.toString();
  }

  static byte[] bytes(Object value) {
    return value instanceof byte[] bytes
        ? bytes
        : value.toString().getBytes(StandardCharsets.UTF_8);
  }

  static long number(Object value) {
    return switch (value) {
      case Long number -> number;
      case Boolean truth -> truth ? 1 : 0;
      default -> Encodings.number(text(value));
    };
  }

  /** Whether a value counts as true: not zero, not false, not empty. */
  public static boolean truth(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case Long number -> number != 0;
      default -> bytes(value).length > 0;
    };
  }

  private static Object bitOr(Object[] arguments) {
    long all = 0;
    for (Object argument : arguments) {
      all |= number(argument);
    }
    return all;
  }

  private static Object and(Object[] arguments) {
    for (Object argument : arguments) {
      if (!truth(argument)) {
        return false;
      }
    }
    return true;
  }

  private static Object or(Object[] arguments) {
    for (Object argument : arguments) {
      if (truth(argument)) {
        return true;
      }
    }
    return false;
  }
}
