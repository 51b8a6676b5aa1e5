import fastify from 'fastify';
import pg from 'pg';

/** Runs the queries of the API in bare routes, without sessions, tenants, checks or limits, to compare the API with. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = fastify();

const queries = {
  members: `
  select u.id as "userId", u.email, u.name, m.role, m.created_at as since
  from memberships m join users u on u.id = m.user_id where m.organization_id = $1 order by u.name, u.id`,
  // <sample alerts>
  alerts: `
  select a.id, a.rule_id as "ruleId", a.event_id as "eventId", r.name as title, r.severity, a.state,
    a.raised_at as "raisedAt"
  from alerts a join alert_rules r on r.id = a.rule_id
  where a.organization_id = $1 order by a.raised_at desc, a.id desc limit 100`,
  // </sample alerts>
};

for (const [name, query] of Object.entries(queries)) {
  app.get<{ Params: { id: string } }>(
    `/organizations/:id/${name}`,
    async ({ params }) => (await pool.query(query, [params.id])).rows as unknown,
  );
}

process.on('SIGTERM', () => void app.close().then(() => pool.end()));
process.send?.({ listening: await app.listen({ port: 0, host: '127.0.0.1' }) });
