package org.sqlxos.benchmarks.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** The vendor's driver, with its own pool. */
final class DriverMongodb implements MongodbClient {

  private final MongoClient client;
  private final MongoCollection<Document> articles;

  DriverMongodb(String url) {
    this.client = MongoClients.create(url);
    this.articles = client.getDatabase("bench").getCollection("article");
  }

  /** Fills the collection that all read. */
  void fill() {
    articles.drop();
    for (int id = 0; id < Article.COUNT; id++) {
      articles.insertOne(Article.document(id));
    }
  }

  @Override
  public String name() {
    return "mongodb-driver-sync";
  }

  private static void check(long id, Document read) {
    Article.check(id, read.getString("title"), read.getDouble("price"));
  }

  @Override
  public void find() {
    long id = Article.any();
    check(id, Objects.requireNonNull(articles.find(Filters.eq("_id", id)).first()));
  }

  @Override
  public void list() {
    long id = Article.any();
    int count = 0;
    try (MongoCursor<Document> cursor =
        articles.find(Filters.gte("_id", id)).limit(Article.LIST).iterator()) {
      while (cursor.hasNext()) {
        Document read = cursor.next();
        check(read.getLong("_id"), read);
        count++;
      }
    }
    Article.count(Article.LIST, count);
  }

  @Override
  public void insert() {
    client
        .getDatabase("bench")
        .getCollection("inserted")
        .insertOne(Article.document(Article.NEXT.getAndIncrement()));
  }

  @Override
  public void aggregate() {
    long articlesFound = 0;
    for (Document group :
        articles.aggregate(
            List.of(
                Aggregates.match(Filters.lt("_id", Article.LIST)),
                Aggregates.group(
                    "$group", Accumulators.sum("n", 1), Accumulators.sum("total", "$price"))))) {
      articlesFound += group.getInteger("n");
    }
    Article.count(Article.LIST, articlesFound);
  }

  @Override
  public void close() {
    client.close();
  }
}
