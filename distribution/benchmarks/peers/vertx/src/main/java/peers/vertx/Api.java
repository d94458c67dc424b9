package peers.vertx;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * One event loop with a server, a pipelined client for single statements, and a pool of its own.
 */
public final class Api extends VerticleBase {

  private static final int PIPELINING_LIMIT = 256;

  private SqlClient client;
  private Orders orders;

  @Override
  public Future<?> start() {
    PgConnectOptions database =
        PgConnectOptions.fromUri(System.getenv("DATABASE_URL"))
            .setCachePreparedStatements(true)
            .setPipeliningLimit(PIPELINING_LIMIT);
    // Half of what the others have in all: there are two event loops, and two clients in each.
    PoolOptions size =
        new PoolOptions()
            .setMaxSize(Math.max(1, Integer.parseInt(System.getenv("POOL")) / 4))
            .setMaxWaitQueueSize(-1);
    client = PgBuilder.client().with(size).connectingTo(database).using(vertx).build();
    Pool pool = PgBuilder.pool().with(size).connectingTo(database).using(vertx).build();
    orders = new Orders(pool);
    HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setAcceptBacklog(4096);
    int port = Integer.parseInt(System.getenv("PORT"));
    return vertx.createHttpServer(options).requestHandler(this::route).listen(port);
  }

  private void route(HttpServerRequest request) {
    String path = request.path();
    if (request.method() == HttpMethod.GET) {
      read(request, path);
    } else if (request.method() == HttpMethod.POST && path.equals("/api/comments")) {
      body(request, 201, this::addComment);
    } else if (request.method() == HttpMethod.POST && path.equals("/api/orders")) {
      body(request, 201, orders::place);
    } else if (request.method() == HttpMethod.PATCH && path.startsWith("/api/posts/")) {
      int id = Integer.parseInt(path.substring("/api/posts/".length()));
      body(request, 200, change -> changePost(id, change));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void read(HttpServerRequest request, String path) {
    if (path.equals("/api/users")) {
      boolean posts = "posts.comments".equals(request.getParam("include"));
      list(
          request,
          posts ? Statements.USERS_WITH_POSTS : Statements.USERS,
          Tuple.tuple(),
          posts ? Rows::document : Rows::user);
    } else if (path.equals("/api/posts/count-by-author")) {
      Tuple views = Tuple.of(Integer.parseInt(request.getParam("min_views", "0")));
      list(request, Statements.POSTS_BY_AUTHOR, views, Rows::group);
    } else if (path.startsWith("/api/users/")) {
      int id = Integer.parseInt(path.substring("/api/users/".length()));
      answer(request, 200, one(Statements.USER, Tuple.of(id), Rows::user));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void list(HttpServerRequest request, String statement, Tuple first, Rows.Writer writer) {
    int limit = Integer.parseInt(request.getParam("limit", "20"));
    int page = Integer.parseInt(request.getParam("page", "1"));
    answer(
        request,
        200,
        client
            .preparedQuery(statement)
            .execute(first.addInteger(limit).addInteger((page - 1) * limit))
            .map(rows -> Rows.list(rows, writer, page, limit)));
  }

  private Future<String> one(String statement, Tuple values, Rows.Writer writer) {
    return client.preparedQuery(statement).execute(values).map(rows -> one(rows, writer));
  }

  private static String one(RowSet<Row> rows, Rows.Writer writer) {
    return rows.size() == 0 ? "" : Rows.one(rows, writer);
  }

  private Future<String> addComment(JsonObject comment) {
    Tuple values =
        Tuple.of(
            comment.getInteger("post_id"),
            comment.getInteger("author_id"),
            comment.getString("body"));
    return one(Statements.ADD_COMMENT, values, Rows::comment);
  }

  private Future<String> changePost(int id, JsonObject change) {
    Tuple values = Tuple.of(id, change.getString("title"), change.getInteger("views"));
    return one(Statements.CHANGE_POST, values, Rows::post);
  }

  private interface Work {
    Future<String> of(JsonObject body);
  }

  private static void body(HttpServerRequest request, int status, Work work) {
    request
        .body()
        .onSuccess(body -> answer(request, status, work.of(body.toJsonObject())))
        .onFailure(failure -> request.response().setStatusCode(400).end());
  }

  private static void answer(HttpServerRequest request, int status, Future<String> answer) {
    answer
        .onSuccess(
            text ->
                request
                    .response()
                    .setStatusCode(text.isEmpty() ? 404 : status)
                    .putHeader("Content-Type", "application/json")
                    .end(text))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              request.response().setStatusCode(500).end();
            });
  }
}
