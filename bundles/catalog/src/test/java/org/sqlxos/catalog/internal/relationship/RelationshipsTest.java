package org.sqlxos.catalog.internal.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.type.api.UniversalType;

class RelationshipsTest {

  private static RelationName name(String table) {
    return new RelationName("main", table);
  }

  private static ForeignKey key(String columns, String target, String targetColumns) {
    return new ForeignKey(
        columns + "_fkey",
        List.of(columns.split(" ")),
        name(target),
        List.of(targetColumns.split(" ")),
        ForeignKey.Action.NO_ACTION,
        ForeignKey.Action.NO_ACTION);
  }

  private static Table table(
      String table, String columns, String primaryKey, ForeignKey... foreignKeys) {
    List<Column> all =
        Arrays.stream(columns.split(" "))
            .map(
                column ->
                    new Column(
                        column,
                        UniversalType.ANY,
                        "",
                        true,
                        Column.Origin.STORED,
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new Table(
        name(table),
        all,
        Optional.of(new Key(table + "_pkey", List.of(primaryKey.split(" ")))),
        List.of(),
        List.of(foreignKeys),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static List<String> told(Table... tables) {
    Schema schema = new Schema("main", List.<Relation>of(tables));
    return Relationships.of(new Database("db", "", "", "main", List.of(schema))).stream()
        .map(
            r ->
                "%s.%s -> %s %s"
                    .formatted(
                        r.from().name(),
                        r.name(),
                        r.to().name(),
                        r.columns() + r.cardinality().name()))
        .toList();
  }

  @Test
  void namesBothDirections() {
    assertEquals(
        List.of("posts.author -> users [author_id]ONE", "users.posts -> posts [id]MANY"),
        told(
            table("posts", "id author_id", "id", key("author_id", "users", "id")),
            table("users", "id", "id")));
  }

  @Test
  void stemsOfManyStyles() {
    for (String column :
        List.of("author_id", "authorId", "author_uuid", "authorUUID", "author_ID")) {
      assertEquals(
          "posts.author -> users [" + column + "]ONE",
          told(
                  table("posts", "id " + column, "id", key(column, "users", "id")),
                  table("users", "id", "id"))
              .getFirst());
    }
    for (String column : List.of("paid", "PAID", "_id", "writer")) {
      assertEquals(
          "posts.users -> users [" + column + "]ONE",
          told(
                  table("posts", "id " + column, "id", key(column, "users", "id")),
                  table("users", "id", "id"))
              .getFirst());
    }
  }

  @Test
  void tellsTwoKeysToTheSameTableApart() {
    assertEquals(
        List.of(
            "posts.author -> users [author_id]ONE",
            "posts.editor -> users [editor_id]ONE",
            "users.posts_by_author_id -> posts [id]MANY",
            "users.posts_by_editor_id -> posts [id]MANY"),
        told(
            table(
                "posts",
                "id author_id editor_id",
                "id",
                key("editor_id", "users", "id"),
                key("author_id", "users", "id")),
            table("users", "id", "id")));
  }

  @Test
  void selfReferencesHaveTwoNames() {
    assertEquals(
        List.of("staff.manager -> staff [manager_id]ONE", "staff.staff -> staff [id]MANY"),
        told(table("staff", "id manager_id", "id", key("manager_id", "staff", "id"))).stream()
            .sorted()
            .toList());
    assertEquals(
        List.of("node.node_by_up -> node [id]MANY", "node.node_by_up_2 -> node [up]ONE"),
        told(table("node", "id up", "id", key("up", "node", "id"))));
  }

  @Test
  void compositeKeysAndOneToOne() {
    assertEquals(
        List.of("line.note -> note [order, item]ONE", "note.line -> line [a, b]ONE"),
        told(
            table("line", "order item", "order item"),
            table("note", "a b", "b a", key("a b", "line", "order item"))));
  }

  @Test
  void manyToManyGoesThroughItsTable() {
    assertEquals(
        List.of(
            "post.post_tag -> post_tag [id]MANY",
            "post_tag.post -> post [post_id]ONE",
            "post_tag.tag -> tag [tag_id]ONE",
            "tag.post_tag -> post_tag [id]MANY"),
        told(
            table("post", "id", "id"),
            table("tag", "id", "id"),
            table(
                "post_tag",
                "post_id tag_id",
                "post_id tag_id",
                key("tag_id", "tag", "id"),
                key("post_id", "post", "id"))));
  }

  @Test
  void givesWayToColumns() {
    assertEquals(
        List.of(
            "post.user_by_user_id -> user [user_id]ONE", "user.post_by_user_id -> post [id]MANY"),
        told(
            table("post", "id user_id User", "id", key("user_id", "user", "id")),
            table("user", "id post", "id")));
  }

  @Test
  void leavesOutWhatLeadsNowhere() {
    assertEquals(
        List.of(),
        told(
            table("post", "id a b", "id", key("a", "gone", "id"), key("b", "user", "gone")),
            table("user", "id", "id")));
  }

  @Test
  void doesNotDependOnAnyOrder() {
    List<ForeignKey> keys =
        new ArrayList<>(
            List.of(
                key("a_id", "u", "id"),
                key("b_id", "u", "id"),
                key("c", "u", "id"),
                key("d", "t", "id")));
    List<String> expected = null;
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(keys, random);
      List<String> names =
          told(
              table("t", "id a_id b_id c d", "id", keys.toArray(ForeignKey[]::new)),
              table("u", "id", "id"));
      expected = expected == null ? names : expected;
      assertEquals(expected, names);
    }
  }
}
