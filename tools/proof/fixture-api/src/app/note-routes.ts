import { randomUUID } from 'node:crypto';
import type { Has } from '../protections.ts';
import { Problem } from './problem.ts';
import { type Call, closed, type Route } from './route.ts';

const collection = '/organizations/{organizationId}/notes';
const note = closed('Note', { id: { type: 'string', format: 'uuid' }, text: { type: 'string' } });
const text = {
  type: 'string',
  minLength: 1,
  maxLength: 1_000,
  pattern: String.raw`^[^\0]*$`,
  examples: ['A note'],
};

/** The routes about notes, which organizations own. */
export function noteRoutes(has: Has): Route[] {
  const ofTenant = has('tenantConditions') ? 'organization_id = $1' : '$1::uuid is not null';
  return [
    {
      name: `GET ${collection}`,
      policy: 'viewer',
      status: 200,
      response: { type: 'array', items: note },
      handle: (call) => query(call, `select id, text from notes where ${ofTenant} order by id limit 100`),
    },
    {
      name: `POST ${collection}`,
      policy: 'member',
      body: closed('NewNote', { text }),
      status: 201,
      response: note,
      handle: (call) => one(query(call, insert, randomUUID(), call.body['text'])),
    },
    {
      name: `GET ${collection}/{noteId}`,
      policy: 'viewer',
      status: 200,
      response: note,
      problems: [[404, 'note-not-found']],
      handle: (call) =>
        one(query(call, `select id, text from notes where ${ofTenant} and id = $2`, call.params['noteId'])),
    },
    {
      name: `DELETE ${collection}/{noteId}`,
      policy: 'admin',
      status: 204,
      problems: [[404, 'note-not-found']],
      handle: async (call) => {
        const sql = `delete from notes where ${ofTenant} and id = $2 returning id`;
        await one(query(call, sql, call.params['noteId']));
      },
    },
  ];
}

const insert = 'insert into notes (organization_id, id, text) values ($1, $2, $3) returning id, text';

function query({ actor, tenants }: Call, sql: string, ...values: unknown[]): Promise<object[]> {
  return tenants.within(actor, async (client) => {
    const { rows } = await client.query<object>(sql, [actor.organization, ...values]);
    return rows;
  });
}

async function one(found: Promise<object[]>): Promise<object> {
  const [row] = await found;
  if (!row) throw new Problem(404, 'note-not-found');
  return row;
}
