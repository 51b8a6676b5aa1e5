import { randomUUID } from 'node:crypto';
import type { Organization } from '@acme/identity-contract';
import { eventually } from '@vouch/testing';
import { expectRecovery, type Person } from '@vouch/testing/api';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiProcess, startApi, unavailable } from '../support/start-api.ts';
import { createOrganization, newMember, newPerson } from '../support/people.ts';

let api: ApiProcess;
let owner: Person;
let own: Organization;
let admin: pg.Client;

beforeAll(async () => {
  api = await startApi();
  owner = await newPerson(api, 'Owner');
  own = await createOrganization(owner, 'Own');
  admin = new pg.Client({ connectionString: api.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await api[Symbol.asyncDispose]();
});
beforeEach(() => api.proxy.heal());

const list = () => owner.caller.get('/organizations');
const found = (slug: string) => owner.caller.post('/organizations', { name: slug, slug });

/** Holds locks for as long as the work takes. */
async function holding<Result>(locks: string, work: () => Promise<Result>): Promise<Result> {
  await admin.query(`begin; set local deadlock_timeout = '1min'; ${locks}`);
  try {
    return await work();
  } finally {
    await admin.query('rollback');
  }
}

/** The session of the API that waits for a lock, once there is one. */
function waiting(): Promise<number> {
  return eventually(async () => {
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and usename = 'vouch_app' and wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(1);
    return rows[0]!.pid;
  });
}

async function organizationsCalled(slug: string): Promise<number> {
  const { rows } = await admin.query('select from organizations where slug = $1', [slug]);
  return rows.length;
}

describe('when a session is killed in the middle of a transaction', () => {
  test('the client is asked for patience, nothing of the transaction stays, and the API recovers', async () => {
    const slug = `s-${randomUUID()}`;
    const answer = await holding('lock table memberships in access exclusive mode', async () => {
      const founding = found(slug);
      // The organization is written by now, its owner is not.
      await admin.query('select pg_terminate_backend($1)', [await waiting()]);
      return founding;
    });
    expect(answer).toMatchObject(unavailable);
    expect(await organizationsCalled(slug)).toBe(0);
    await expectRecovery(list);
    expect((await found(slug)).status).toBe(201);
  });
});

describe('when two transactions wait for each other', () => {
  test('the client of the one that is given up is asked for patience, and can do it again', async () => {
    const member = await newMember(api, owner, own, 'member');
    const path = `/organizations/${own.id}/members/${member.userId}`;
    const locks = `select from memberships where user_id = '${member.userId}' for update`;
    const answer = await holding(locks, async () => {
      const removal = owner.caller.send('DELETE', path);
      await waiting();
      await admin.query('select from organizations where id = $1 for update', [own.id]);
      return removal;
    });
    expect(answer).toMatchObject(unavailable);
    expect((await member.caller.get(`/organizations/${own.id}`)).status).toBe(200);
    expect((await owner.caller.send('DELETE', path)).status).toBe(204);
  });
});

describe('when what is needed stays locked', () => {
  test('no request waits beyond the limit, and nothing is written later', async () => {
    const slug = `s-${randomUUID()}`;
    await holding('lock table organizations in access exclusive mode', async () =>
      expect(await found(slug)).toMatchObject(unavailable),
    );
    await expectRecovery(list);
    expect(await organizationsCalled(slug)).toBe(0);
  });
});

describe('when everybody wants a connection at once', () => {
  test('each is served or asked for patience, and the API recovers', async () => {
    const answers = await holding('lock table organizations in access exclusive mode', () =>
      Promise.all(Array.from({ length: 40 }, list)),
    );
    for (const answer of answers) expect(answer).toMatchObject(unavailable);
    await expectRecovery(list);
    expect((await list()).json).toContainEqual(expect.objectContaining({ id: own.id }));
  });
});

describe('while PostgreSQL is slow', () => {
  test('answers take longer, and are right', async () => {
    api.proxy.slowDown(50);
    const slug = `s-${randomUUID()}`;
    expect((await found(slug)).status).toBe(201);
    expect((await list()).json).toContainEqual(expect.objectContaining({ slug }));
  });

  test('beyond the limit the client is asked for patience, and the API recovers', async () => {
    api.proxy.slowDown(6_000);
    expect(await list()).toMatchObject(unavailable);
    api.proxy.heal();
    api.proxy.cut();
    await expectRecovery(list);
    expect((await list()).json).toContainEqual(expect.objectContaining({ id: own.id }));
  });
});
