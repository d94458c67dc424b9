package org.sqlxos.wirepack.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Both ways to log in, against a server written here with the JDK's cryptography. */
class ScramTest {

  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final int ROUNDS = 4_096;

  @ParameterizedTest
  @CsvSource({
    "SCRAM-SHA-256, pencil, pencil, true, ''",
    "SCRAM-SHA-256, pencil, wrong, true, SQLX625",
    "SCRAM-SHA-256, pencil, pencil, false, SQLX631",
    "SCRAM-SHA-1, pencil, pencil, true, ''",
    "SCRAM-SHA-1, pencil, wrong, true, SQLX625",
    "SCRAM-SHA-1, pencil, pencil, false, SQLX631"
  })
  void provesBothSides(
      String mechanism, String password, String given, boolean honest, String refusal)
      throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(listening, new Scram(mechanism, password, honest)));
      String url =
          "mongodb://us%3Der:" + given + "@127.0.0.1:" + listening.getLocalPort() + "/shop";
      if (refusal.isEmpty()) {
        try (Session session = Pack.connect(url)) {
          assertTrue(session.usable());
        }
      } else {
        assertEquals(refusal, Sessions.code(() -> Pack.connect(url)));
      }
    }
  }

  /** What the server knows, and whether it proves it. */
  private record Scram(String mechanism, String password, boolean honest) {

    private String hash() {
      return mechanism.endsWith("256") ? "SHA-256" : "SHA-1";
    }

    private String hmac() {
      return mechanism.endsWith("256") ? "HmacSHA256" : "HmacSHA1";
    }

    private byte[] salted() throws GeneralSecurityException {
      String secret =
          mechanism.endsWith("256")
              ? password
              : HexFormat.of()
                  .formatHex(
                      MessageDigest.getInstance("MD5")
                          .digest(("us=er:mongo:" + password).getBytes(StandardCharsets.UTF_8)));
      int bits = mechanism.endsWith("256") ? 256 : 160;
      return SecretKeyFactory.getInstance("PBKDF2With" + hmac())
          .generateSecret(new PBEKeySpec(secret.toCharArray(), SALT, ROUNDS, bits))
          .getEncoded();
    }

    private byte[] keyed(byte[] key, String text) throws GeneralSecurityException {
      Mac mac = Mac.getInstance(hmac());
      mac.init(new SecretKeySpec(key, hmac()));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean proves(String message, byte[] proof) throws GeneralSecurityException {
      byte[] stored = MessageDigest.getInstance(hash()).digest(keyed(salted(), "Client Key"));
      byte[] key = keyed(stored, message);
      for (int i = 0; i < key.length; i++) {
        key[i] ^= proof[i];
      }
      return MessageDigest.isEqual(stored, MessageDigest.getInstance(hash()).digest(key));
    }

    String signature(String message) throws GeneralSecurityException {
      byte[] signature = keyed(keyed(salted(), "Server Key"), message);
      if (!honest) {
        signature[0] ^= 1;
      }
      return Base64.getEncoder().encodeToString(signature);
    }
  }

  private static void serve(ServerSocket listening, Scram scram) {
    try (Socket socket = listening.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      BsonDocument hello = Messages.command(in);
      assertEquals("shop.us=er", hello.getString("saslSupportedMechs").getValue());
      Messages.reply(
          socket,
          new BsonDocument("maxWireVersion", new BsonInt32(17))
              .append(
                  "saslSupportedMechs", new BsonArray(List.of(new BsonString(scram.mechanism())))));
      BsonDocument start = Messages.command(in);
      assertEquals(scram.mechanism(), start.getString("mechanism").getValue());
      String first = payload(start).substring(3);
      assertTrue(first.startsWith("n=us=3Der,r="), first);
      String serverFirst =
          first.substring(first.indexOf("r="))
              + "more,s="
              + Base64.getEncoder().encodeToString(SALT)
              + ",i="
              + ROUNDS;
      Messages.reply(socket, said(serverFirst, false));
      String last = payload(Messages.command(in));
      int proof = last.indexOf(",p=");
      String message = first + "," + serverFirst + "," + last.substring(0, proof);
      if (!scram.proves(message, Base64.getDecoder().decode(last.substring(proof + 3)))) {
        Messages.reply(
            socket,
            new BsonDocument("ok", new BsonDouble(0))
                .append("code", new BsonInt32(18))
                .append("errmsg", new BsonString("Authentication failed.")));
        return;
      }
      Messages.reply(socket, said("v=" + scram.signature(message), true));
      in.read();
    } catch (IOException | GeneralSecurityException e) {
      // The client has gone, as it may.
      return;
    }
  }

  private static BsonDocument said(String payload, boolean done) {
    return new BsonDocument("conversationId", new BsonInt32(1))
        .append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8)))
        .append("done", BsonBoolean.valueOf(done));
  }

  private static String payload(BsonDocument command) {
    return new String(command.getBinary("payload").getData(), StandardCharsets.UTF_8);
  }
}
