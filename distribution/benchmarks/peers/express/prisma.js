// Express with Prisma 7. https://www.prisma.io/docs/orm: the driver adapter, `include` for relations, interactive transactions.
import { PrismaPg } from '@prisma/adapter-pg';
import client from '@prisma/client';
import { serve } from './serve.js';

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) });
const prisma = new client.PrismaClient({ adapter });

const orderBy = { id: 'asc' };

async function postsByAuthor(minViews, take, skip) {
  const groups = await prisma.post.groupBy({
    by: ['author_id'],
    where: { views: { gte: minViews } },
    _count: true,
    orderBy: { author_id: 'asc' },
    take,
    skip,
  });
  return groups.map((group) => ({ author_id: group.author_id, n: group._count }));
}

/** A row that is not there is answered with 404, not as a failure. */
const orNothing = (changed) => changed.catch((error) => {
  if (error.code === 'P2025') {
    return undefined;
  }
  throw error;
});

// Waiting for one of few connections is no failure under load: both limits of a transaction are out of the way.
const placeOrder = (order) => prisma.$transaction(async (transaction) => {
  const placed = await transaction.order.create({ data: { user_id: order.user_id, status: order.status } });
  const items = [];
  for (const item of order.items) {
    items.push(await transaction.orderItem.create({ data: { ...item, order_id: placed.id } }));
  }
  const user = await transaction.user.update({ where: { id: order.user_id }, data: { active: true } });
  return { order: placed, items, user };
}, { maxWait: 60_000, timeout: 60_000 });

serve({
  postsByAuthor,
  placeOrder,
  users: (take, skip) => prisma.user.findMany({ take, skip, orderBy }),
  usersWithPosts: (take, skip) => prisma.user.findMany({
    take,
    skip,
    orderBy,
    include: { posts: { orderBy, include: { comments: { orderBy } } } },
  }),
  user: (id) => prisma.user.findUnique({ where: { id } }),
  addComment: (data) => prisma.comment.create({ data }),
  changePost: (id, data) => orNothing(prisma.post.update({ where: { id }, data })),
});
