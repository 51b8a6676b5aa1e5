import type { Has } from '../protections.ts';
import { Problem } from './problem.ts';
import { type Call, closed, roles, type Route } from './route.ts';

const collection = '/organizations/{organizationId}/members';
const id = { type: 'string', format: 'uuid' };
const text = { type: 'string' };

/** The routes about the members of organizations. */
export function memberRoutes(has: Has): Route[] {
  const ofTenant = has('tenantConditions') ? 'organization_id = $1' : '$1::uuid is not null';
  return [
    {
      name: `GET ${collection}`,
      policy: 'viewer',
      status: 200,
      response: { type: 'array', items: closed('Member', { userId: id, name: text, role: text }) },
      handle: (call) => query(call, `${members} where ${ofTenant} order by u.id`),
    },
    {
      name: `POST ${collection}`,
      policy: 'owner',
      body: closed('NewMember', {
        userId: { ...id, examples: ['0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b'] },
        role: { type: 'string', enum: [...roles] },
      }),
      status: 204,
      problems: [[404, 'user-not-found']],
      handle: add,
    },
    {
      name: `DELETE ${collection}/{userId}`,
      policy: 'owner',
      status: 204,
      problems: [[404, 'member-not-found']],
      handle: async (call) => {
        const [verb, result] = has('removal') ? ['delete from', 'returning id'] : ['select id from', ''];
        const sql = `${verb} memberships where ${ofTenant} and user_id = $2 ${result}`;
        const removed = await query(call, sql, call.params['userId']);
        if (removed.length === 0) throw new Problem(404, 'member-not-found');
      },
    },
  ];
}

const members = `select u.id as "userId", u.name, m.role from memberships m join users u on u.id = m.user_id`;

async function add(call: Call): Promise<void> {
  const { userId, role } = call.body;
  const [user] = await call.tenants.query('select from users where id = $1', [userId]);
  if (!user) throw new Problem(404, 'user-not-found');
  const sql = `insert into memberships (organization_id, user_id, role) values ($1, $2, $3) on conflict do nothing`;
  await query(call, sql, userId, role);
}

function query({ actor, tenants }: Call, sql: string, ...values: unknown[]): Promise<object[]> {
  return tenants.within(actor, async (client) => {
    const { rows } = await client.query<object>(sql, [actor.organization, ...values]);
    return rows;
  });
}
