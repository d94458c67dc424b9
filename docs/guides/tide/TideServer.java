import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server that speaks "tide", a protocol made up for the guide write-a-wire-pack.md: one byte of
 * tag and four bytes of length before each message. What it has to say about tables it keeps in an
 * SQLite database in memory, since a protocol is quicker to write than a database.
 */
public final class TideServer {

  static final String USER = "harbour";
  static final String PASSWORD = "low water";

  private static final int INTEGER = 1;
  private static final int TEXT = 2;
  private static final int FLOAT = 3;

  private static final String TABLES =
      """
      CREATE TABLE station (id INTEGER PRIMARY KEY, name TEXT NOT NULL, depth REAL);
      INSERT INTO station VALUES (1, 'Brest', 5.5), (2, 'Saint-Malo', 12.25), (3, 'Le Havre', NULL);
      """;

  /** What is asked about tables is answered with fixed rows. */
  private static final Map<String, String> SHOW =
      Map.of(
          "SHOW VERSION",
          "SELECT '1.4'",
          "SHOW CHANGE",
          "SELECT 1",
          "SHOW TABLES",
          "SELECT 'main', 'station', 'table', NULL, NULL, NULL",
          "SHOW COLUMNS",
          """
          VALUES ('main', 'station', 'id', 'INTEGER', 0, 'identity', NULL, NULL),
                 ('main', 'station', 'name', 'TEXT', 0, 'stored', NULL, NULL),
                 ('main', 'station', 'depth', 'FLOAT', 1, 'stored', NULL, NULL)
          """,
          "SHOW KEYS",
          "SELECT 'main', 'station', NULL, 'primary', 'id'",
          "SHOW FOREIGN KEYS",
          "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE 0",
          "SHOW INDEXES",
          "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE 0");

  private final Connection database;

  private TideServer(Connection database) {
    this.database = database;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    Connection database = new org.sqlite.JDBC().connect("jdbc:sqlite::memory:", new Properties());
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(TABLES);
    }
    TideServer server = new TideServer(database);
    int port = arguments.length == 0 ? 7744 : Integer.parseInt(arguments[0]);
    try (ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      System.out.println("tide listens on 127.0.0.1:" + socket.getLocalPort());
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> server.serve(client));
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      new Talk(client).run();
    } catch (IOException | GeneralSecurityException e) {
      System.err.println("tide: " + e);
    }
  }

  /** One connection. */
  private final class Talk {

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Map<Integer, String> prepared = new HashMap<>();

    Talk(Socket client) throws IOException {
      in = new DataInputStream(client.getInputStream());
      out = new DataOutputStream(client.getOutputStream());
    }

    void run() throws IOException, GeneralSecurityException {
      byte[] nonce = new byte[16];
      new SecureRandom().nextBytes(nonce);
      send('H', message().number(1, 1).shortText("1.4").bytes(nonce));
      if (!login(nonce)) {
        return;
      }
      send('W', message().number(4, 17));
      while (answer()) {
        out.flush();
      }
    }

    private boolean login(byte[] nonce) throws IOException, GeneralSecurityException {
      out.flush();
      if (in.readByte() != 'L') {
        return false;
      }
      ByteBuffer body = body();
      String user = text(body, body.getShort());
      text(body, body.getShort());
      byte[] proof = new byte[body.remaining()];
      body.get(proof);
      byte[] key =
          MessageDigest.getInstance("SHA-256").digest(PASSWORD.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      boolean right = user.equals(USER) && MessageDigest.isEqual(mac.doFinal(nonce), proof);
      if (!right) {
        send('E', message().number(2, 100).text("unknown user, or wrong password"));
        out.flush();
      }
      return right;
    }

    /** Answers one message; false when the client has gone. */
    private boolean answer() throws IOException {
      int tag = in.read();
      if (tag < 0 || tag == 'B') {
        return false;
      }
      ByteBuffer body = body();
      try {
        synchronized (database) {
          switch (tag) {
            case 'P' -> prepare(text(body, body.remaining()));
            case 'X' -> execute(body);
            case 'Q' -> run(text(body, body.remaining()), List.of());
            case 'F' -> prepared.remove(body.getInt());
            default -> send('E', message().number(2, 1).text("unknown message"));
          }
        }
      } catch (SQLException e) {
        int code = e.getMessage().contains("UNIQUE") ? 201 : 200;
        send('E', message().number(2, code).text(e.getMessage()));
      }
      return true;
    }

    private void prepare(String text) throws IOException, SQLException {
      int id = prepared.size() + 1;
      try (PreparedStatement statement = database.prepareStatement(SHOW.getOrDefault(text, text))) {
        prepared.put(id, text);
        int parameters = statement.getParameterMetaData().getParameterCount();
        Message answer = message().number(4, id).number(2, parameters);
        for (int i = 0; i < parameters; i++) {
          answer.number(1, TEXT);
        }
        send('p', answer);
      }
    }

    private void execute(ByteBuffer body) throws IOException, SQLException {
      String text = prepared.get(body.getInt());
      List<Object> values = new ArrayList<>();
      for (int left = body.getShort(); left > 0; left--) {
        int type = body.get();
        int length = body.getInt();
        values.add(length < 0 ? null : value(type, length, body));
      }
      run(text, values);
    }

    private void run(String text, List<Object> values) throws IOException, SQLException {
      try (PreparedStatement statement = database.prepareStatement(SHOW.getOrDefault(text, text))) {
        for (int i = 0; i < values.size(); i++) {
          statement.setObject(i + 1, values.get(i));
        }
        boolean rows = statement.execute();
        if (rows) {
          rows(statement.getResultSet());
        }
        send('D', message().number(8, rows ? 0 : statement.getUpdateCount()));
      }
    }

    private void rows(ResultSet rows) throws IOException, SQLException {
      int columns = rows.getMetaData().getColumnCount();
      List<Object[]> all = new ArrayList<>();
      while (rows.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = rows.getObject(i + 1);
        }
        all.add(row);
      }
      int[] types = new int[columns];
      send('C', message().number(2, columns));
      for (int i = 0; i < columns; i++) {
        types[i] = type(all, i);
        String label = rows.getMetaData().getColumnLabel(i + 1);
        send('c', message().shortText(label).number(1, types[i]));
      }
      for (Object[] row : all) {
        Message message = message();
        for (int i = 0; i < columns; i++) {
          message.value(types[i], row[i]);
        }
        send('R', message);
      }
    }

    private void send(char tag, Message message) throws IOException {
      out.writeByte(tag);
      out.writeInt(message.bytes.size());
      message.bytes.writeTo(out);
    }

    private ByteBuffer body() throws IOException {
      byte[] body = new byte[in.readInt()];
      in.readFully(body);
      return ByteBuffer.wrap(body);
    }
  }

  /** The type of a column: that of its first value. */
  private static int type(List<Object[]> rows, int column) {
    for (Object[] row : rows) {
      switch (row[column]) {
        case null -> {}
        case Integer _, Long _ -> {
          return INTEGER;
        }
        case Double _ -> {
          return FLOAT;
        }
        default -> {
          return TEXT;
        }
      }
    }
    return TEXT;
  }

  private static Object value(int type, int length, ByteBuffer body) {
    return switch (type) {
      case INTEGER -> body.getLong();
      case FLOAT -> body.getDouble();
      default -> text(body, length);
    };
  }

  private static String text(ByteBuffer body, int length) {
    byte[] text = new byte[length];
    body.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Message message() {
    return new Message();
  }

  /** A body that is being written. */
  private static final class Message {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message number(int width, long value) {
      for (int i = width - 1; i >= 0; i--) {
        bytes.write((int) (value >> 8 * i));
      }
      return this;
    }

    Message bytes(byte[] content) {
      bytes.writeBytes(content);
      return this;
    }

    Message text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Message shortText(String text) {
      return number(1, text.getBytes(StandardCharsets.UTF_8).length).text(text);
    }

    void value(int type, Object value) {
      switch (value) {
        case null -> number(4, -1);
        case Number number when type == INTEGER -> number(4, 8).number(8, number.longValue());
        case Number number when type == FLOAT ->
            number(4, 8).number(8, Double.doubleToLongBits(number.doubleValue()));
        default -> {
          byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
          number(4, text.length).bytes(text);
        }
      }
    }
  }
}
