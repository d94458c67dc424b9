package org.sqlxos.rest.internal.repeat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.rest.internal.load.LoadFormat;
import org.sqlxos.rest.internal.request.BodyReader;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.RestProblem;

/**
 * Changes that come with an {@code Idempotency-Key}: the second of the same key and content gets
 * the answer of the first, and nothing is done. The keys of one caller are not those of another.
 */
public final class RepeatedRequests {

  /** Names the key. */
  public static final String KEY = "Idempotency-Key";

  private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_BYTES = 32 << 20;
  private static final int MOST_BYTES_OF_ONE = 1 << 20;
  private static final int LONGEST_KEY = 255;

  /** What differs between two tokens of the same caller, by their registered names. */
  private static final Set<String> OF_A_TOKEN = Set.of("exp", "iat", "nbf", "jti", "auth_time");

  /** What of a request decides about its answer, beside its address and body. */
  private static final List<String> SAID =
      List.of("Content-Type", "Prefer", "If-Match", "If-None-Match");

  private final AnswerStore store =
      new AnswerStore(InstantSource.system(), MOST_ENTRIES, MOST_BYTES);

  /** Answers a request. */
  @FunctionalInterface
  public interface Handler {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  /**
   * Whose key it is.
   *
   * @param bodyMaxBytes octets of a body at most
   */
  public record Owner(Caller caller, int bodyMaxBytes) {}

  /** Whether a request asks for it. */
  public static boolean asked(HttpServletRequest request) {
    return request.getHeader(KEY) != null && CHANGES.contains(request.getMethod());
  }

  /**
   * Answers a request with a key.
   *
   * @param handler answers it if it is the first
   * @throws org.sqlxos.problem.api.ProblemException if the key cannot be used for it
   */
  public void answer(
      Owner owner, HttpServletRequest request, HttpServletResponse response, Handler handler)
      throws IOException {
    byte[] body = body(request, owner.bodyMaxBytes());
    String key = key(request, owner.caller());
    Optional<StoredAnswer> stored = store.begin(key, content(request, body));
    if (stored.isPresent()) {
      stored.get().send(response);
      return;
    }
    Recording recording = new Recording(response, MOST_BYTES_OF_ONE);
    Optional<StoredAnswer> answer = Optional.empty();
    try {
      handler.answer(new KeptBody(request, body), recording);
      answer = Optional.of(recording.answer()).filter(StoredAnswer::good);
    } finally {
      answer.ifPresentOrElse(done -> store.keep(key, done), () -> store.forget(key));
    }
    recording.send();
  }

  private static byte[] body(HttpServletRequest request, int bodyMaxBytes) throws IOException {
    String type = request.getContentType();
    if (type != null && LoadFormat.of(MediaTypes.essence(type)).isPresent()) {
      throw RestProblem.PREFERENCE_INVALID.problem(
          "a body that streams in cannot be compared with another one", "leave the key out");
    }
    return BodyReader.octets(
        request.getInputStream(), request.getContentLengthLong(), bodyMaxBytes);
  }

  private static String key(HttpServletRequest request, Caller caller) {
    String key = request.getHeader(KEY);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw RestProblem.PREFERENCE_INVALID.problem(
          "a key of 1 to %d characters expected".formatted(LONGEST_KEY));
    }
    MessageDigest digest = sha256();
    add(digest, key);
    add(digest, caller.subject());
    add(digest, new TreeSet<>(caller.roles()).toString());
    Map<String, Object> claims = new TreeMap<>(caller.claims());
    claims.keySet().removeAll(OF_A_TOKEN);
    add(digest, claims.toString());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String content(HttpServletRequest request, byte[] body) {
    MessageDigest digest = sha256();
    add(digest, request.getMethod());
    add(digest, request.getRequestURI());
    add(digest, request.getQueryString());
    SAID.forEach(name -> add(digest, request.getHeader(name)));
    digest.update(body);
    return HexFormat.of().formatHex(digest.digest());
  }

  // With its length before it, so that no two lists of texts are the same octets.
  private static void add(MessageDigest digest, @org.jspecify.annotations.Nullable String text) {
    byte[] octets = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    digest.update((text == null ? "-" : octets.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(octets);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
