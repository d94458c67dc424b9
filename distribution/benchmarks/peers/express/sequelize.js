// Express with Sequelize. https://sequelize.org/docs/v6/: `raw` where rows need no methods, `include` for relations (`separate`:
// a statement of its own instead of a join that repeats the outer row), managed transactions.
import { DataTypes, Op, Sequelize } from 'sequelize';
import { serve } from './serve.js';

const sequelize = new Sequelize(process.env.DATABASE_URL, {
  logging: false,
  pool: { max: Number(process.env.POOL), min: 2 },
  define: { timestamps: false },
});

const id = { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true };
const createdAt = { type: DataTypes.DATE, defaultValue: DataTypes.NOW };
const User = sequelize.define('users', {
  id,
  name: DataTypes.TEXT,
  email: DataTypes.TEXT,
  city: DataTypes.TEXT,
  active: DataTypes.BOOLEAN,
  created_at: createdAt,
});
const Post = sequelize.define('posts', {
  id,
  author_id: DataTypes.INTEGER,
  title: DataTypes.TEXT,
  body: DataTypes.TEXT,
  views: DataTypes.INTEGER,
  created_at: createdAt,
});
const Comment = sequelize.define('comments', {
  id,
  post_id: DataTypes.INTEGER,
  author_id: DataTypes.INTEGER,
  body: DataTypes.TEXT,
  created_at: createdAt,
});
const Order = sequelize.define('orders', {
  id,
  user_id: DataTypes.INTEGER,
  status: DataTypes.TEXT,
  created_at: createdAt,
});
const OrderItem = sequelize.define('order_items', {
  id,
  order_id: DataTypes.INTEGER,
  product: DataTypes.TEXT,
  quantity: DataTypes.INTEGER,
  unit_price_cents: DataTypes.INTEGER,
});
User.hasMany(Post, { as: 'posts', foreignKey: 'author_id' });
Post.hasMany(Comment, { as: 'comments', foreignKey: 'post_id' });

const usersWithPosts = (limit, offset) => User.findAll({
  limit,
  offset,
  order: ['id'],
  include: {
    association: 'posts',
    separate: true,
    order: ['id'],
    include: { association: 'comments', separate: true, order: ['id'] },
  },
});

async function postsByAuthor(minViews, limit, offset) {
  const rows = await Post.findAll({
    attributes: ['author_id', [sequelize.fn('count', sequelize.col('*')), 'n']],
    where: { views: { [Op.gte]: minViews } },
    group: 'author_id',
    order: ['author_id'],
    limit,
    offset,
    raw: true,
  });
  // The driver gives bigint as text.
  return rows.map((row) => ({ author_id: row.author_id, n: Number(row.n) }));
}

async function change(model, id, values, transaction) {
  const [, rows] = await model.update(values, { where: { id }, returning: true, transaction });
  return rows[0];
}

const placeOrder = (order) => sequelize.transaction(async (transaction) => {
  const placed = await Order.create({ user_id: order.user_id, status: order.status }, { transaction });
  const items = [];
  for (const item of order.items) {
    items.push(await OrderItem.create({ ...item, order_id: placed.id }, { transaction }));
  }
  return { order: placed, items, user: await change(User, order.user_id, { active: true }, transaction) };
});

serve({
  usersWithPosts,
  postsByAuthor,
  placeOrder,
  users: (limit, offset) => User.findAll({ limit, offset, order: ['id'], raw: true }),
  user: (id) => User.findByPk(id, { raw: true }),
  addComment: (comment) => Comment.create(comment),
  changePost: (id, values) => change(Post, id, values),
});
