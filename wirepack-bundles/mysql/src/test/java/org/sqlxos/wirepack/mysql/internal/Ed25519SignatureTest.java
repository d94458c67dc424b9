package org.sqlxos.wirepack.mysql.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Ed25519SignatureTest {

  private final Ed25519Signature signature = new Ed25519Signature();

  /** A password of 32 bytes is hashed as the RFC hashes a private key. */
  @Test
  void signsAsTheJdkDoesWhereThePasswordIsAsLongAsAKey() throws GeneralSecurityException {
    Random random = new Random(25519);
    for (int i = 0; i < 25; i++) {
      byte[] password = new byte[32];
      byte[] message = new byte[random.nextInt(80)];
      random.nextBytes(password);
      random.nextBytes(message);
      assertArrayEquals(jdk(password, message), signature.apply(List.of(password, message)));
    }
  }

  private static byte[] jdk(byte[] key, byte[] message) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key)));
    signer.update(message);
    return signer.sign();
  }

  /** RFC 8032, chapter 7.1, test 1. */
  @Test
  void signsTheExampleOfTheRfc() {
    byte[] key =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertEquals(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        HexFormat.of().formatHex(signature.apply(List.of(key, new byte[0]))));
  }

  @Test
  void takesAPasswordAndAMessage() {
    assertThrows(IllegalArgumentException.class, () -> signature.apply(List.of(new byte[0])));
  }
}
