import fastify from 'fastify';
import pg from 'pg';

/** What the API is measured against: the same query by a bare route, without tenants, sessions or an ORM. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();
app.get('/organizations/:id/members', async ({ params }) => {
  const { rows } = await pool.query(
    `select u.id as "userId", u.email, u.name, m.role, m.created_at as since
     from memberships m join users u on u.id = m.user_id where m.organization_id = $1 order by u.name, u.id`,
    [params.id],
  );
  return rows;
});
process.on('SIGTERM', () => void app.close().then(() => pool.end()));
process.send({ listening: await app.listen({ port: 0, host: '127.0.0.1' }) });
