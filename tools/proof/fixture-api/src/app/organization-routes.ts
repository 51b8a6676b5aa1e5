import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Has } from '../protections.ts';
import { Problem } from './problem.ts';
import { type Call, closed, type Route } from './route.ts';

const text = { type: 'string' };
const organization = closed('Organization', {
  id: { type: 'string', format: 'uuid' },
  name: text,
  slug: text,
});

/** The routes about organizations. */
export function organizationRoutes(has: Has): Route[] {
  return [
    {
      name: 'POST /organizations',
      policy: 'signed-in',
      body: newOrganization(has),
      status: 201,
      response: organization,
      problems: [[409, 'slug-taken']],
      handle: (call) => create(call, has),
    },
    {
      name: 'GET /organizations',
      policy: 'signed-in',
      status: 200,
      response: { type: 'array', items: organization },
      handle: (call) => query(call, own, call.actor.user),
    },
    {
      name: 'GET /organizations/{organizationId}',
      policy: 'viewer',
      status: 200,
      response: organization,
      handle: async (call) => {
        const sql = 'select id, name, slug from organizations where id = $1';
        const [found] = await query(call, sql, call.actor.organization);
        return found;
      },
    },
  ];
}

const own = `select o.id, o.name, o.slug from memberships m join organizations o on o.id = m.organization_id
  where m.user_id = $1 order by o.id`;

function newOrganization(has: Has): NonNullable<Route['body']> {
  const name = {
    type: 'string',
    minLength: 1,
    maxLength: 100,
    examples: ['Own'],
    ...(has('singleLineTexts') && { pattern: String.raw`^[^\p{Cc}]*[^\p{Cc}\s][^\p{Cc}]*$` }),
  };
  const slug = { type: 'string', minLength: 1, maxLength: 50, pattern: '^[a-z0-9-]+$', examples: ['own'] };
  const schema = closed('NewOrganization', { name, slug });
  return has('closedSchemas') ? schema : { ...schema, ...{ additionalProperties: true } };
}

function query({ actor, tenants }: Call, sql: string, ...values: unknown[]): Promise<object[]> {
  return tenants.within(actor, async (client) => (await client.query<object>(sql, values)).rows);
}

async function create({ actor, body, tenants }: Call, has: Has): Promise<object> {
  const id = randomUUID();
  const name = has('storedTexts') ? body['name'] : body['name']?.replace(/<[^>]*>/g, '');
  try {
    await tenants.within({ ...actor, organization: id }, async (client) => {
      await client.query('insert into organizations values ($1, $2, $3)', [id, name, body['slug']]);
      await client.query(
        `insert into memberships (organization_id, user_id, role) values ($1, $2, 'owner')`,
        [id, actor.user],
      );
    });
  } catch (error) {
    const isTaken = error instanceof pg.DatabaseError && error.code === '23505';
    if (!isTaken) throw error;
    throw new Problem(has('declaredStatuses') ? 409 : 418, 'slug-taken');
  }
  return { id, name, slug: body['slug'] };
}
