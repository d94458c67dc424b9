package org.sqlxos.assembly;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A condition of a policy, and the SQL that says the same, written apart from the product. */
sealed interface RandomCondition {

  /** As a policy writes it. */
  String text();

  /**
   * As SQL has it.
   *
   * @param of the name of the row's table
   * @param claims of the caller; one that is missing is NULL
   */
  String sql(String of, Map<String, Object> claims);

  /** A number against a value or a claim. */
  record Compare(String column, String operator, String operand) implements RandomCondition {
    @Override
    public String text() {
      return column + ' ' + operator + ' ' + operand;
    }

    @Override
    public String sql(String of, Map<String, Object> claims) {
      String value =
          operand.startsWith("claims.")
              ? String.valueOf(claims.get(operand.substring("claims.".length())))
              : operand;
      return "%s.%s %s (%s + 0)".formatted(of, column, operator, value);
    }
  }

  record IsNull(String column) implements RandomCondition {
    @Override
    public String text() {
      return column + " is null";
    }

    @Override
    public String sql(String of, Map<String, Object> claims) {
      return of + "." + column + " IS NULL";
    }
  }

  record Not(RandomCondition part) implements RandomCondition {
    @Override
    public String text() {
      return "not (" + part.text() + ")";
    }

    @Override
    public String sql(String of, Map<String, Object> claims) {
      return "NOT (" + part.sql(of, claims) + ")";
    }
  }

  record Several(boolean all, List<RandomCondition> parts) implements RandomCondition {
    @Override
    public String text() {
      return parts.stream()
          .map(part -> "(" + part.text() + ")")
          .collect(Collectors.joining(all ? " and " : " or "));
    }

    @Override
    public String sql(String of, Map<String, Object> claims) {
      return parts.stream()
          .map(part -> "(" + part.sql(of, claims) + ")")
          .collect(Collectors.joining(all ? " AND " : " OR "));
    }
  }

  /** Of posts only. A claim that is missing inside leaves it unknown that there is no such row. */
  record Exists(String relationship, RandomCondition condition) implements RandomCondition {
    @Override
    public String text() {
      return "exists " + relationship + " (" + condition.text() + ")";
    }

    @Override
    public String sql(String of, Map<String, Object> claims) {
      boolean author = relationship.equals("author");
      String found =
          author
              ? "EXISTS (SELECT 1 FROM users u WHERE u.id = %s.author_id AND (%s))"
                  .formatted(of, condition.sql("u", claims))
              : "EXISTS (SELECT 1 FROM comments c WHERE c.post_id = %s.id AND (%s))"
                  .formatted(of, condition.sql("c", claims));
      boolean sure = claims.containsKey("sub") || !condition.text().contains("claims.sub");
      return sure ? found : "CASE WHEN " + found + " THEN 1 = 1 ELSE NULL END";
    }
  }

  static RandomCondition of(Random random, int depth, boolean ofPosts) {
    return switch (random.nextInt(depth == 0 ? 3 : 6)) {
      case 0 -> new IsNull(ofPosts ? "author_id" : "score");
      case 1, 2 ->
          new Compare(
              List.of("id", ofPosts ? "author_id" : "score").get(random.nextInt(2)),
              List.of("=", "<>", "<", ">=").get(random.nextInt(4)),
              random.nextInt(3) == 0 ? "claims.sub" : String.valueOf(random.nextInt(6)));
      case 3 -> new Not(of(random, depth - 1, ofPosts));
      case 4 ->
          new Several(
              random.nextBoolean(),
              List.of(of(random, depth - 1, ofPosts), of(random, depth - 1, ofPosts)));
      default ->
          ofPosts
              ? new Exists(
                  random.nextBoolean() ? "author" : "comments", of(random, depth - 1, false))
              : of(random, depth - 1, false);
    };
  }
}
