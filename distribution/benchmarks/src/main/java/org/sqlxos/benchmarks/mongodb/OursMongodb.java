package org.sqlxos.benchmarks.mongodb;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.sqlxos.benchmarks.ProductPack;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.database.PooledDatabase;

/** Ours, with the pool of the product. */
final class OursMongodb implements MongodbClient {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<ResultColumn> ARTICLE =
      columns("_id", "title", "price", "group", "stocked", "note");
  private static final List<ResultColumn> GROUP = columns("_id", "n", "total");
  private static final String FIND =
      """
      {"find": "article", "filter": {"_id": {"$parameter": 1}}, "limit": 1, "singleBatch": true}\
      """;
  private static final String LIST =
      """
      {"find": "article", "filter": {"_id": {"$gte": {"$parameter": 1}}}, "limit": 100}\
      """;
  private static final String INSERT =
      """
      {"insert": "inserted", "documents": [{"_id": {"$parameter": 1}, "title": {"$parameter": 2},
       "price": {"$parameter": 3}, "group": {"$parameter": 4}, "stocked": {"$parameter": 5},
       "note": {"$parameter": 6}}]}\
      """;
  private static final String AGGREGATE =
      """
      {"aggregate": "article", "pipeline": [{"$match": {"_id": {"$lt": {"$parameter": 1}}}},
       {"$group": {"_id": "$group", "n": {"$sum": 1}, "total": {"$sum": "$price"}}}],
       "cursor": {}}\
      """;

  private final PooledDatabase database;

  OursMongodb(String url, int connections) {
    this.database =
        PooledDatabase.connect(
            "bench",
            ConnectionUrl.parse(url + "?pool_max=" + connections),
            ProductPack.of("mongodb"));
  }

  private static List<ResultColumn> columns(String... names) {
    return Arrays.stream(names).map(name -> new ResultColumn(name, UniversalType.ANY)).toList();
  }

  /** The statement that adds an article. */
  static TargetStatement insertion(long id) {
    return new TargetStatement(
        INSERT,
        List.of(
            id,
            Article.title(id),
            Article.price(id),
            Article.group(id),
            id % 2 == 0,
            "kept dry and in the dark, not to be stacked"),
        List.of(),
        true);
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void find() {
    long id = Article.any();
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement statement = new TargetStatement(FIND, List.of(id), ARTICLE, false);
    try (Session session = database.borrow(Access.READ, deadline);
        Cursor cursor = session.query(statement, deadline)) {
      if (!cursor.next()) {
        throw new IllegalStateException("there is no article " + id);
      }
      Article.check(id, cursor.getText(1), cursor.getDouble(2));
    }
  }

  @Override
  public void list() {
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement statement = new TargetStatement(LIST, List.of(Article.any()), ARTICLE, false);
    int count = 0;
    try (Session session = database.borrow(Access.READ, deadline);
        Cursor cursor = session.query(statement, deadline)) {
      while (cursor.next()) {
        Article.check(cursor.getLong(0), cursor.getText(1), cursor.getDouble(2));
        count++;
      }
    }
    Article.count(Article.LIST, count);
  }

  @Override
  public void insert() {
    Deadline deadline = Deadline.in(LIMIT);
    try (Session session = database.borrow(Access.WRITE, deadline)) {
      Article.count(1, session.execute(insertion(Article.NEXT.getAndIncrement()), deadline));
    }
  }

  @Override
  public void aggregate() {
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement statement =
        new TargetStatement(AGGREGATE, List.of((long) Article.LIST), GROUP, false);
    long found = 0;
    try (Session session = database.borrow(Access.READ, deadline);
        Cursor cursor = session.query(statement, deadline)) {
      while (cursor.next()) {
        found += cursor.getLong(1);
      }
    }
    Article.count(Article.LIST, found);
  }

  @Override
  public void close() {
    database.drain();
  }
}
