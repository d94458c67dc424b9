package org.sqlxos.testkit.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Runs statements on Cassandra and drops their rows: what it takes to make databases, and no more.
 * Protocol version 4, see "native_protocol_v4.spec" in Cassandra's documentation.
 */
final class CqlClient implements AutoCloseable {

  private static final int LIMIT_MILLIS = (int) Duration.ofSeconds(30).toMillis();
  private static final int ERROR = 0;
  private static final int STARTUP = 1;
  private static final int READY = 2;
  private static final int QUERY = 7;
  private static final int AUTH_RESPONSE = 15;
  private static final int CONSISTENCY_ONE = 1;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final DataOutputStream out;

  CqlClient(int port, Login login) throws SQLException {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
      socket.setSoTimeout(LIMIT_MILLIS);
      in = new DataInputStream(socket.getInputStream());
      out = new DataOutputStream(socket.getOutputStream());
      ByteBuffer options = ByteBuffer.allocate(64);
      options.putShort((short) 1);
      text(options, "CQL_VERSION");
      text(options, "3.0.0");
      if (ask(STARTUP, options) != READY) {
        byte[] answer = ("\0" + login.user() + "\0" + login.password()).getBytes(UTF_8);
        ask(AUTH_RESPONSE, ByteBuffer.allocate(1024).putInt(answer.length).put(answer));
      }
    } catch (IOException e) {
      close();
      throw new SQLException(e);
    }
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static void text(ByteBuffer to, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    to.putShort((short) bytes.length).put(bytes);
  }

  void execute(String statement) throws SQLException {
    byte[] bytes = statement.getBytes(UTF_8);
    ByteBuffer body = ByteBuffer.allocate(bytes.length + 16);
    body.putInt(bytes.length).put(bytes).putShort((short) CONSISTENCY_ONE).put((byte) 0);
    try {
      ask(QUERY, body);
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  /** Sends a message, and tells the code of the answer. */
  private int ask(int code, ByteBuffer body) throws IOException, SQLException {
    out.writeInt(4 << 24);
    out.writeByte(code);
    out.writeInt(body.position());
    out.write(body.array(), 0, body.position());
    out.flush();
    in.readInt();
    int answer = in.readUnsignedByte();
    byte[] content = in.readNBytes(in.readInt());
    if (answer == ERROR) {
      ByteBuffer error = ByteBuffer.wrap(content);
      int number = error.getInt();
      byte[] message = new byte[error.getShort() & 0xffff];
      error.get(message);
      throw new SQLException(new String(message, UTF_8), "", number);
    }
    return answer;
  }

  @Override
  public void close() throws SQLException {
    try {
      socket.close();
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }
}
