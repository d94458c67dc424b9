package org.sqlxos.wirepack.mongodb;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * The messages of a server that is written in a test.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">the
 *     manual</a>
 */
final class Messages {

  private Messages() {}

  /** The next command. */
  static BsonDocument command(DataInputStream in) throws IOException {
    int length = Integer.reverseBytes(in.readInt());
    byte[] rest = in.readNBytes(length - 4);
    return new RawBsonDocument(rest, 17, rest.length - 17);
  }

  /** Answers; well, unless the document says otherwise. */
  static void reply(Socket socket, BsonDocument document) throws IOException {
    if (!document.containsKey("ok")) {
      document.append("ok", new BsonDouble(1));
    }
    byte[] body = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer().array();
    ByteBuffer message = ByteBuffer.allocate(21 + body.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    // With the checksum that a server may add.
    message.putInt(25 + body.length).putInt(1).putInt(1).putInt(2013).putInt(1).put((byte) 0);
    message.put(body).putInt(0);
    OutputStream out = socket.getOutputStream();
    out.write(message.array());
    out.flush();
  }
}
