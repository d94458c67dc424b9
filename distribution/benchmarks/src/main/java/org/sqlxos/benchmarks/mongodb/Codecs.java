package org.sqlxos.benchmarks.mongodb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.benchmarks.ProductPack;
import org.sqlxos.benchmarks.turns.Comparison;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.pack.WireSettings;
import org.sqlxos.wirevm.internal.tree.TreeJsonReader;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreePath;
import org.sqlxos.wirevm.internal.tree.TreeRows;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;
import org.sqlxos.wirevm.internal.tree.TreeWriter;

/** Reading replies and writing commands, without a server: the one there is, is written in Java. */
final class Codecs {

  private static final TreePath ROWS = TreePath.of("cursor.firstBatch");
  private static final List<String> COLUMNS = List.of("_id", "title", "price");

  private final TreeLayout layout = layout();
  private final DocumentCodec driver = new DocumentCodec();
  private final byte[] reply = reply();
  private final TargetStatement insertion = OursMongodb.insertion(7);
  private final TreeTemplate command =
      new TreeJsonReader(layout, TreeJsonReader.Source.STATEMENT, _ -> -1).read(insertion.text());

  private static TreeLayout layout() {
    if (ProductPack.document("mongodb").transport() instanceof WireSettings wire) {
      return wire.protocol().commands().orElseThrow().layout();
    }
    throw new IllegalStateException("the pack has no wire");
  }

  private byte[] reply() {
    List<Document> batch = new ArrayList<>();
    for (int id = 0; id < Article.LIST; id++) {
      batch.add(Article.document(id));
    }
    Document cursor = new Document("firstBatch", batch).append("id", 0L).append("ns", "b.article");
    return bytes(new Document("cursor", cursor).append("ok", 1.0));
  }

  private byte[] bytes(Document document) {
    BasicOutputBuffer buffer = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      driver.encode(writer, document, EncoderContext.builder().build());
    }
    return buffer.toByteArray();
  }

  List<Comparison> comparisons() {
    return List.of(
        new Comparison(
            "decode, reply of 100 documents",
            1,
            List.of(
                new Comparison.Contender("ours", this::readOurs),
                new Comparison.Contender("bson", this::readTheirs))),
        new Comparison(
            "encode, insert of a document",
            1,
            List.of(
                new Comparison.Contender("ours", this::writeOurs),
                new Comparison.Contender("bson", this::writeTheirs))));
  }

  private void readOurs() {
    TreeRows rows = new TreeRows(layout, reply, COLUMNS).each(ROWS);
    int count = 0;
    while (rows.next()) {
      Article.check(rows.getLong(0), rows.getText(1), rows.getDouble(2));
      count++;
    }
    Article.count(Article.LIST, count);
  }

  private void readTheirs() {
    Document read;
    try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(reply))) {
      read = driver.decode(reader, DecoderContext.builder().build());
    }
    int count = 0;
    for (Document row : read.get("cursor", Document.class).getList("firstBatch", Document.class)) {
      Article.check(row.getLong("_id"), row.getString("title"), row.getDouble("price"));
      count++;
    }
    Article.count(Article.LIST, count);
  }

  private void writeOurs() {
    FrameOutput to = new FrameOutput(512);
    new TreeWriter(layout, new Values(insertion.parameters(), command), to).root(command);
    if (to.size() < 100) {
      throw new IllegalStateException("not written");
    }
  }

  private record Values(List<@Nullable Object> parameters, TreeTemplate statement)
      implements TreeWriter.Values {
    @Override
    public @Nullable Object parameter(int number) {
      return parameters.get(number - 1);
    }

    @Override
    public Object variable(int place) {
      throw new IllegalStateException("there are none");
    }
  }

  private void writeTheirs() {
    Document insert =
        new Document("insert", "inserted").append("documents", List.of(Article.document(7)));
    if (bytes(insert).length < 100) {
      throw new IllegalStateException("not written");
    }
  }
}
