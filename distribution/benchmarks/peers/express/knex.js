// Express with Knex. https://knexjs.org/guide/: pool of 2 to 10 by default; `returning` for what the database gives.
import createKnex from 'knex';
import { serve } from './serve.js';

const knex = createKnex({
  client: 'pg',
  connection: process.env.DATABASE_URL,
  pool: { min: 2, max: Number(process.env.POOL) },
});

const USER = ['id', 'name', 'email', 'city', 'active', 'created_at'];
const POST = ['id', 'author_id', 'title', 'body', 'views', 'created_at'];
const COMMENT = ['id', 'post_id', 'author_id', 'body', 'created_at'];

const users = (limit, offset) => knex('users').select(USER).orderBy('id').limit(limit).offset(offset);

/** Knex has no relations: one statement a level, put together here, as its users do. */
async function usersWithPosts(limit, offset) {
  const page = await users(limit, offset);
  const posts = await knex('posts').select(POST).whereIn('author_id', page.map((user) => user.id)).orderBy('id');
  const comments = await knex('comments').select(COMMENT).whereIn('post_id', posts.map((post) => post.id)).orderBy('id');
  const ofPost = group(comments, 'post_id');
  const ofUser = group(posts, 'author_id');
  for (const post of posts) {
    post.comments = ofPost.get(post.id) ?? [];
  }
  for (const user of page) {
    user.posts = ofUser.get(user.id) ?? [];
  }
  return page;
}

function group(rows, column) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) {
      group.push(row);
    } else {
      groups.set(row[column], [row]);
    }
  }
  return groups;
}

async function postsByAuthor(minViews, limit, offset) {
  const rows = await knex('posts').select('author_id').count('* as n').where('views', '>=', minViews)
    .groupBy('author_id').orderBy('author_id').limit(limit).offset(offset);
  // The driver gives bigint as text.
  return rows.map((row) => ({ author_id: row.author_id, n: Number(row.n) }));
}

const only = (rows) => rows[0];

const placeOrder = (order) => knex.transaction(async (transaction) => {
  const [placed] = await transaction('orders').insert({ user_id: order.user_id, status: order.status })
    .returning(['id', 'user_id', 'status', 'created_at']);
  const items = [];
  for (const item of order.items) {
    items.push(only(await transaction('order_items').insert({ ...item, order_id: placed.id })
      .returning(['id', 'order_id', 'product', 'quantity', 'unit_price_cents'])));
  }
  const [user] = await transaction('users').where({ id: order.user_id }).update({ active: true }).returning(USER);
  return { order: placed, items, user };
});

serve({
  users,
  usersWithPosts,
  postsByAuthor,
  placeOrder,
  user: (id) => knex('users').first(USER).where({ id }),
  addComment: (comment) => knex('comments').insert(comment).returning(COMMENT).then(only),
  changePost: (id, change) => knex('posts').where({ id }).update(change).returning(POST).then(only),
});
