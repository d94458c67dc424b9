// The routes that all three have in common; `store` is what differs.
import express from 'express';

/** Serves a store on 127.0.0.1, at the port of the environment. */
export function serve(store) {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json());

  const rows = (request) => ({ limit: number(request.query.limit, 20), page: number(request.query.page, 1) });
  const list = async (request, response, read) => {
    const page = rows(request);
    const data = await read(page.limit, (page.page - 1) * page.limit);
    response.json({ data, pagination: { page: page.page, limit: page.limit } });
  };
  const one = (response, status, row) => {
    if (row) {
      response.status(status).json({ data: row });
    } else {
      response.status(404).json({ title: 'No such row' });
    }
  };

  app.get('/api/users', (request, response) =>
    list(request, response, request.query.include === 'posts.comments' ? store.usersWithPosts : store.users));
  app.get('/api/users/:id', async (request, response) => one(response, 200, await store.user(number(request.params.id))));
  app.get('/api/posts/count-by-author', (request, response) =>
    list(request, response, (limit, offset) => store.postsByAuthor(number(request.query.min_views, 0), limit, offset)));
  app.patch('/api/posts/:id', async (request, response) =>
    one(response, 200, await store.changePost(number(request.params.id), request.body)));
  app.post('/api/comments', async (request, response) => one(response, 201, await store.addComment(request.body)));
  app.post('/api/orders', async (request, response) => one(response, 201, await store.placeOrder(request.body)));

  app.use((error, request, response, next) => {
    console.error(error);
    response.status(error.status ?? 500).json({ title: error.message });
  });
  app.listen(Number(process.env.PORT), '127.0.0.1', 4096);
}

function number(text, otherwise) {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value)) {
    throw Object.assign(new Error('a whole number is expected'), { status: 400 });
  }
  return value;
}
