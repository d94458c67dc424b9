package peers.vertx;

/** What the routes ask the database; all of it is prepared once a connection. */
final class Statements {

  private static final String USER_COLUMNS = "id, name, email, city, active, created_at";
  private static final String POST_COLUMNS = "id, author_id, title, body, views, created_at";

  static final String USER = "SELECT " + USER_COLUMNS + " FROM users WHERE id = $1";

  static final String USERS =
      "SELECT " + USER_COLUMNS + " FROM users ORDER BY id LIMIT $1 OFFSET $2";

  /** One statement, and the database puts the rows together: faster here than three statements. */
  static final String USERS_WITH_POSTS =
      """
      SELECT json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'city', u.city,
        'active', u.active, 'created_at', u.created_at, 'posts', coalesce((
          SELECT json_agg(json_build_object('id', p.id, 'author_id', p.author_id,
            'title', p.title, 'body', p.body, 'views', p.views, 'created_at', p.created_at,
            'comments', coalesce((
              SELECT json_agg(json_build_object('id', c.id, 'post_id', c.post_id,
                'author_id', c.author_id, 'body', c.body, 'created_at', c.created_at)
                ORDER BY c.id)
              FROM comments c WHERE c.post_id = p.id), '[]')) ORDER BY p.id)
          FROM posts p WHERE p.author_id = u.id), '[]'))::text
      FROM users u ORDER BY u.id LIMIT $1 OFFSET $2
      """;

  static final String POSTS_BY_AUTHOR =
      "SELECT author_id, count(*) FROM posts WHERE views >= $1"
          + " GROUP BY author_id ORDER BY author_id LIMIT $2 OFFSET $3";

  static final String ADD_COMMENT =
      "INSERT INTO comments (post_id, author_id, body) VALUES ($1, $2, $3)"
          + " RETURNING id, post_id, author_id, body, created_at";

  static final String CHANGE_POST =
      "UPDATE posts SET title = $2, views = $3 WHERE id = $1 RETURNING " + POST_COLUMNS;

  static final String ADD_ORDER =
      "INSERT INTO orders (user_id, status) VALUES ($1, $2)"
          + " RETURNING id, user_id, status, created_at";

  static final String ADD_ITEM =
      "INSERT INTO order_items (order_id, product, quantity, unit_price_cents)"
          + " VALUES ($1, $2, $3, $4) RETURNING id, order_id, product, quantity, unit_price_cents";

  static final String ACTIVATE_USER =
      "UPDATE users SET active = true WHERE id = $1 RETURNING " + USER_COLUMNS;

  private Statements() {}
}
