package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/**
 * Whether a key has signed a token. A key is used only for the algorithms of its own kind: the
 * header of a token chooses among them, never the kind.
 */
final class SignatureCheck {

  private static final int LEAST_RSA_BITS = 2048;

  /** What comes before the 32 octets of an Ed25519 key in its DER form; RFC 8410, 4. */
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private SignatureCheck() {}

  /** Whether the key may be used for a token with this header. */
  static boolean fits(JWK key, JWSHeader header) {
    JWSAlgorithm algorithm = header.getAlgorithm();
    if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
      return false;
    }
    if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
      return false;
    }
    Set<KeyOperation> operations = key.getKeyOperations();
    if (operations != null && !operations.contains(KeyOperation.VERIFY)) {
      return false;
    }
    return switch (key) {
      case OctetSequenceKey secret ->
          JWSAlgorithm.Family.HMAC_SHA.contains(algorithm) && secret.size() >= bits(algorithm);
      case RSAKey rsa ->
          JWSAlgorithm.Family.RSA.contains(algorithm) && rsa.size() >= LEAST_RSA_BITS;
      case ECKey ec ->
          JWSAlgorithm.Family.EC.contains(algorithm)
              && Curve.forJWSAlgorithm(algorithm).contains(ec.getCurve());
      case OctetKeyPair pair ->
          Curve.Ed25519.equals(pair.getCurve()) && JWSAlgorithm.Family.ED.contains(algorithm);
      default -> false;
    };
  }

  private static int bits(JWSAlgorithm algorithm) {
    return Integer.parseInt(algorithm.getName().substring(2));
  }

  static boolean signedBy(JWK key, SignedJWT token) {
    try {
      return switch (key) {
        case OctetSequenceKey secret -> token.verify(new MACVerifier(secret));
        case RSAKey rsa -> token.verify(new RSASSAVerifier(rsa));
        case ECKey ec -> token.verify(new ECDSAVerifier(ec));
        case OctetKeyPair pair -> ed25519(pair, token);
        default -> false;
      };
    } catch (JOSEException | GeneralSecurityException e) {
      // A signature that cannot be checked is none.
      return false;
    }
  }

  // Nimbus does this with another library, the JDK does it alone.
  private static boolean ed25519(OctetKeyPair pair, SignedJWT token)
      throws GeneralSecurityException {
    byte[] x = pair.getX().decode();
    byte[] der = new byte[ED25519_PREFIX.length + x.length];
    System.arraycopy(ED25519_PREFIX, 0, der, 0, ED25519_PREFIX.length);
    System.arraycopy(x, 0, der, ED25519_PREFIX.length, x.length);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    signature.update(token.getSigningInput());
    return signature.verify(token.getSignature().decode());
  }
}
