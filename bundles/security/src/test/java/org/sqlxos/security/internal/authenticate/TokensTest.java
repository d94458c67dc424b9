package org.sqlxos.security.internal.authenticate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.problem.SecurityProblem;

class TokensTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
  private static final String GOOD =
      "{\"sub\":\"ada\",\"role\":\"author\",\"iss\":\"https://id\",\"aud\":[\"x\",\"us\"],\"exp\":%d}"
          .formatted(NOW.getEpochSecond() + 60);
  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  private static KeyPair rsa;
  private static KeyPair ec;
  private static KeyPair ed;

  @BeforeAll
  static void keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    rsa = generator.generateKeyPair();
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    curves.initialize(new ECGenParameterSpec("secp256r1"));
    ec = curves.generateKeyPair();
    ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  private static Tokens tokens() {
    List<JWK> keys = new ArrayList<>();
    for (KeyPair pair : List.of(rsa, ec, ed)) {
      keys.addAll(KeyFiles.parse(pem(pair.getPublic())));
    }
    keys.addAll(KeyFiles.secret(new String(SECRET, StandardCharsets.UTF_8)));
    return new Tokens(rules("role"), KeySource.fixed(keys), () -> NOW);
  }

  private static TokenRules rules(String roleClaim) {
    return new TokenRules(
        TokenRules.ALGORITHMS, "https://id", Set.of("us"), Duration.ofSeconds(30), roleClaim, "");
  }

  private static void refused(SecurityProblem code, String token) {
    Problem problem = assertThrows(ProblemException.class, () -> tokens().check(token)).problem();
    assertEquals(code, problem.code());
    assertFalse(problem.detail().contains("https://id"), "tells what was expected");
  }

  @Test
  void takesWhatEachKindOfKeyHasSigned() throws Exception {
    List<String> good =
        List.of(
            Signed.hmac("{\"alg\":\"HS256\"}", GOOD, SECRET),
            Signed.with("SHA256withRSA", "{\"alg\":\"RS256\"}", GOOD, rsa.getPrivate()),
            Signed.with("SHA512withRSA", "{\"alg\":\"RS512\"}", GOOD, rsa.getPrivate()),
            pss(GOOD),
            Signed.with(
                "SHA256withECDSAinP1363Format", "{\"alg\":\"ES256\"}", GOOD, ec.getPrivate()),
            Signed.with("Ed25519", "{\"alg\":\"EdDSA\"}", GOOD, ed.getPrivate()));
    for (String token : good) {
      Caller caller = tokens().check(token).caller();
      assertEquals("ada", caller.subject());
      assertEquals(Set.of("author"), caller.roles());
    }
  }

  private static String pss(String claims) throws Exception {
    String header = "{\"alg\":\"PS256\"}";
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signature.initSign(rsa.getPrivate());
    String unsigned = Signed.token(header, claims, new byte[0]);
    signature.update(
        unsigned.substring(0, unsigned.length() - 1).getBytes(StandardCharsets.US_ASCII));
    return Signed.token(header, claims, signature.sign());
  }

  @Test
  void refusesATokenThatNobodySigned() {
    for (String algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
      String header = "{\"alg\":\"%s\"}".formatted(algorithm);
      ProblemException refusal =
          assertThrows(
              ProblemException.class,
              () -> tokens().check(Signed.token(header, GOOD, new byte[0])));
      assertEquals(401, refusal.problem().code().status());
    }
  }

  @Test
  void refusesAPublicKeyThatServesAsASecret() throws Exception {
    for (KeyPair pair : List.of(rsa, ec, ed)) {
      byte[] der = pair.getPublic().getEncoded();
      byte[] pem = pem(pair.getPublic()).getBytes(StandardCharsets.UTF_8);
      refused(SecurityProblem.TOKEN_REFUSED, Signed.hmac("{\"alg\":\"HS256\"}", GOOD, der));
      refused(SecurityProblem.TOKEN_REFUSED, Signed.hmac("{\"alg\":\"HS256\"}", GOOD, pem));
    }
    byte[] modulus = ((RSAPublicKey) rsa.getPublic()).getModulus().toByteArray();
    refused(SecurityProblem.TOKEN_REFUSED, Signed.hmac("{\"alg\":\"HS256\"}", GOOD, modulus));
    assertThrows(ProblemException.class, () -> KeyFiles.secret(pem(rsa.getPublic())));
  }

  @Test
  void doesNotLookAtKeysThatATokenBringsAlong() throws Exception {
    KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] der = stranger.getPublic().getEncoded();
    String x = Signed.base64(java.util.Arrays.copyOfRange(der, 12, der.length));
    for (String extra :
        List.of(
            "\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}".formatted(x),
            "\"jku\":\"http://127.0.0.1:1/keys\"",
            "\"x5u\":\"http://127.0.0.1:1/keys\"",
            "\"kid\":\"../../../../dev/null\"",
            "\"kid\":\"' OR 1=1 --\"")) {
      refused(
          SecurityProblem.TOKEN_REFUSED,
          Signed.with(
              "Ed25519", "{\"alg\":\"EdDSA\",%s}".formatted(extra), GOOD, stranger.getPrivate()));
    }
  }

  @Test
  void refusesWhatIsCriticalAndNotKnown() throws Exception {
    refused(
        SecurityProblem.TOKEN_REFUSED,
        Signed.hmac("{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}", GOOD, SECRET));
    refused(
        SecurityProblem.TOKEN_REFUSED,
        Signed.hmac("{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}", GOOD, SECRET));
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN_EXPIRED,      exp, -30",
    "TOKEN_EXPIRED,      exp, -90000",
    "TOKEN_NOT_YET_VALID,nbf, 31",
    "TOKEN_NOT_YET_VALID,iat, 3600",
  })
  void holdsATokenToItsTimes(SecurityProblem code, String claim, long seconds) throws Exception {
    String claims =
        "exp".equals(claim)
            ? GOOD.replaceAll("\"exp\":\\d+", "\"exp\":" + (NOW.getEpochSecond() + seconds))
            : GOOD.replace(
                "\"exp\"", "\"%s\":%d,\"exp\"".formatted(claim, NOW.getEpochSecond() + seconds));
    refused(code, Signed.hmac("{\"alg\":\"HS256\"}", claims, SECRET));
  }

  @Test
  void takesClocksThatDifferALittle() throws Exception {
    String claims = GOOD.replaceAll("\"exp\":\\d+", "\"exp\":" + (NOW.getEpochSecond() - 29));
    assertEquals(
        "ada",
        tokens().check(Signed.hmac("{\"alg\":\"HS256\"}", claims, SECRET)).caller().subject());
  }

  @Test
  void refusesATokenThatNeverExpires() throws Exception {
    String claims = GOOD.replaceAll(",\"exp\":\\d+", "");
    refused(SecurityProblem.TOKEN_EXPIRED, Signed.hmac("{\"alg\":\"HS256\"}", claims, SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"https://id\"|\"https://id/\"", "\"us\"|\"them\"", "[\"x\",\"us\"]|7"})
  void refusesATokenOfOrForOthers(String change) throws Exception {
    String[] parts = change.split("\\|");
    String claims = GOOD.replace(parts[0], parts[1]);
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> tokens().check(Signed.hmac("{\"alg\":\"HS256\"}", claims, SECRET)));
    assertEquals(401, refusal.problem().code().status());
  }

  @Test
  void refusesWhatWasChangedAfterItWasSigned() throws Exception {
    String token = Signed.hmac("{\"alg\":\"HS256\"}", GOOD, SECRET);
    String other = Signed.hmac("{\"alg\":\"HS256\"}", GOOD.replace("ada", "eve"), SECRET);
    String[] parts = token.split("\\.");
    String[] others = other.split("\\.");
    refused(SecurityProblem.TOKEN_REFUSED, parts[0] + '.' + others[1] + '.' + parts[2]);
    refused(SecurityProblem.TOKEN_REFUSED, parts[0] + '.' + parts[1] + '.' + others[2]);
    refused(SecurityProblem.TOKEN_MALFORMED, parts[0] + '.' + parts[1] + '.');
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.e30", "\u0000", "ä.ö.ü"})
  void refusesWhatIsNoToken(String text) {
    ProblemException refusal = assertThrows(ProblemException.class, () -> tokens().check(text));
    assertEquals(401, refusal.problem().code().status());
  }

  @Test
  void refusesAnOversizedTokenUnread() {
    refused(SecurityProblem.TOKEN_MALFORMED, "a".repeat(9_000));
  }

  @Test
  void findsRolesInAPathOfClaims() throws Exception {
    Tokens nested =
        new Tokens(
            rules("realm.roles"),
            KeySource.fixed(KeyFiles.secret(new String(SECRET, StandardCharsets.UTF_8))),
            () -> NOW);
    String claims =
        GOOD.replace("\"role\":\"author\"", "\"realm\":{\"roles\":[\"a\",\"b\",3]},\"tenant\":7");
    Caller caller = nested.check(Signed.hmac("{\"alg\":\"HS256\"}", claims, SECRET)).caller();
    assertEquals(Set.of("a", "b"), caller.roles());
    assertEquals(7L, caller.claims().get("tenant"));
  }
}
