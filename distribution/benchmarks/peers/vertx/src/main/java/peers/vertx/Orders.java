package peers.vertx;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * An order with its items and its user's row: six statements, one transaction. What needs no answer
 * of an earlier statement but the order's id is sent without waiting.
 */
final class Orders {

  private final Pool pool;

  Orders(Pool pool) {
    this.pool = pool;
  }

  Future<String> place(JsonObject order) {
    return pool.withTransaction(connection -> place(connection, order));
  }

  private static Future<String> place(SqlConnection connection, JsonObject order) {
    int user = order.getInteger("user_id");
    return connection
        .preparedQuery(Statements.ADD_ORDER)
        .execute(Tuple.of(user, order.getString("status")))
        .compose(placed -> fill(connection, order.getJsonArray("items"), user, placed));
  }

  private static Future<String> fill(
      SqlConnection connection, JsonArray items, int user, RowSet<Row> placed) {
    int id = placed.iterator().next().getInteger(0);
    List<Future<RowSet<Row>>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.getJsonObject(i);
      Tuple values =
          Tuple.of(
              id,
              item.getString("product"),
              item.getInteger("quantity"),
              item.getInteger("unit_price_cents"));
      all.add(connection.preparedQuery(Statements.ADD_ITEM).execute(values));
    }
    all.add(connection.preparedQuery(Statements.ACTIVATE_USER).execute(Tuple.of(user)));
    return Future.all(all).map(done -> answer(placed, all));
  }

  private static String answer(RowSet<Row> placed, List<Future<RowSet<Row>>> all) {
    StringBuilder out = new StringBuilder(1024).append("{\"data\":{\"order\":");
    Rows.order(out, placed.iterator().next());
    out.append(",\"items\":[");
    int items = all.size() - 1;
    for (int i = 0; i < items; i++) {
      if (i > 0) {
        out.append(',');
      }
      Rows.item(out, all.get(i).result().iterator().next());
    }
    out.append("],\"user\":");
    Rows.user(out, all.get(items).result().iterator().next());
    return out.append("}}").toString();
  }
}
