import type { TenantScope } from '@acme/platform-contract';
import { TenantTransactions } from '@acme/platform';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';
import { NoteEntity } from '../notes-content.ts';

describe('Tenants.read', () => {
  test(
    'resolves with rows as the query names them, with times as ISO 8601 text',
    { meta: { promise: 'Tenants.read#returns', revision: 'f038ef3d' } },
    async ({ tenants, owner }) => {
      const sql = 'select created_at as "createdAt", $1::int as given from notes';
      const rows = await tenants.read(owner, sql, [7]);
      expect(rows).toEqual([{ createdAt: '2026-01-31T12:00:00.000Z', given: 7 }]);
    },
  );

  test(
    'sees the rows that a transaction of the same scope sees',
    { meta: { promise: 'Tenants.read#remarks', revision: 'a15eeccf' } },
    async ({ tenants, owner, otherTenant }) => {
      const scopes: [TenantScope, number][] = [
        [{}, 0],
        [{ userId: crypto.randomUUID() }, 0],
        [{ organizationId: owner.organizationId }, 1],
        [{ organizationId: otherTenant.organizationId }, 1],
      ];
      for (const [scope, count] of scopes) {
        expect(await tenants.write(scope, (em) => em.count(NoteEntity))).toBe(count);
        expect(await tenants.read(scope, 'select id from notes')).toHaveLength(count);
      }
    },
  );

  test(
    'rejects a query that writes, with a scope and without one',
    { meta: { promise: 'Tenants.read#remarks:2', revision: '443df9ef' } },
    async ({ tenants, owner, admin }) => {
      for (const scope of [owner, {}]) {
        await expect(tenants.read(scope, 'delete from notes')).rejects.toThrow('read-only');
      }
      expect(await admin.query('select from notes')).toHaveLength(1);
    },
  );

  test(
    'leaves no scope on the connection, and closes a connection on which a query failed',
    { meta: { promise: 'Tenants.read#remarks:3', revision: 'd74bcf89' } },
    async ({ committedDb: { em } }) => {
      const tenants = new TenantTransactions(em);
      for (const sql of ['select 1', 'select 1 / 0']) {
        await tenants.read(someScope(), sql).catch(ignoreDivision);
        expect(await scopeOnConnection(em)).toEqual([]);
      }
      const pool = await em.getConnection().getNativeClient();
      expect(pool.totalCount).toBe(pool.idleCount);
    },
  );

  test(
    'sees no row of another tenant',
    { meta: { promise: 'Tenants.read#tenant:read', revision: '2aca6b70' } },
    async ({ tenants, owner, otherTenant }) => {
      const rows = await tenants.read(owner, 'select id from notes');
      expect(rows).toEqual([{ id: owner.noteId }]);
      expect(otherTenant.noteId).not.toBe(owner.noteId);
    },
  );
});

describe('Tenants.write', () => {
  test(
    'resolves with the result of the work and keeps its changes',
    { meta: { promise: 'Tenants.write#returns', revision: 'b770179c' } },
    async ({ tenants, owner, admin }) => {
      const result = await tenants.write(owner, async (em, sql) => {
        await em.nativeUpdate(NoteEntity, owner.noteId, { text: 'second' });
        return sql('select text from notes where id = $1', [owner.noteId]);
      });
      expect(result).toEqual([{ text: 'second' }]);
      expect(await admin.query('select text from notes')).toEqual([{ text: 'second' }]);
    },
  );

  test(
    'sees no row of any tenant without an organization in the scope',
    { meta: { promise: 'Tenants.write#remarks', revision: 'c3a224ef' } },
    async ({ tenants, owner, admin }) => {
      const seen = await tenants.write({ userId: crypto.randomUUID() }, async (em, sql) => [
        await em.findAll(NoteEntity),
        await sql('select id from notes'),
        await sql('select id from organizations'),
      ]);
      expect(seen).toEqual([[], [], []]);
      expect(await admin.query('select id from notes')).toEqual([{ id: owner.noteId }]);
    },
  );

  test(
    'rolls back the changes of work that fails',
    { meta: { promise: 'Tenants.write#remarks:2', revision: '3df898a0' } },
    async ({ tenants, owner, admin }) => {
      const work = tenants.write(owner, async (em, sql) => {
        await em.nativeUpdate(NoteEntity, owner.noteId, { text: 'second' });
        await sql('delete from notes');
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await admin.query('select text from notes')).toEqual([{ text: 'first' }]);
    },
  );

  test(
    'leaves no scope on the connection',
    { meta: { promise: 'Tenants.write#remarks:3', revision: '08bae993' } },
    async ({ tenants, em }) => {
      const scope = someScope();
      const within = await tenants.write(scope, (transaction) => scopeOnConnection(transaction));
      expect(within).toEqual([scope.organizationId, scope.userId]);
      expect(await scopeOnConnection(em)).toEqual([]);
    },
  );

  test.for([
    [`update notes set text = 'changed'`, ['changed']],
    [`delete from notes`, []],
    [
      `insert into notes (id, organization_id, text, created_at) values (gen_random_uuid(), $1, '', now())`,
      ['first'],
    ],
    [`update notes set organization_id = $1`, ['first']],
  ] as const)(
    'changes own rows only, whatever the SQL: %s',
    { meta: { promise: 'Tenants.write#tenant:change', revision: '2bd6bce8' } },
    async ([statement, ownTexts], { tenants, owner, otherTenant, admin }) => {
      const values = statement.includes('$1') ? [otherTenant.organizationId] : [];
      await tenants.write(owner, (_em, sql) => sql(statement, values)).catch(ignoreRowLevelSecurity);
      const rows = await admin.query('select id, text from notes where organization_id = $1', [
        otherTenant.organizationId,
      ]);
      expect(rows).toEqual([{ id: otherTenant.noteId, text: 'first' }]);
      const own = await admin.query<{ text: string }>('select text from notes where organization_id = $1', [
        owner.organizationId,
      ]);
      expect(own.map(({ text }) => text)).toEqual(ownTexts);
    },
  );
});

function someScope(): TenantScope {
  return { organizationId: crypto.randomUUID(), userId: crypto.randomUUID() };
}

/** The settings of a scope that are left on the connection. */
async function scopeOnConnection(em: EntityManager): Promise<unknown[]> {
  const [settings = {}] = await em.execute<Record<string, unknown>[]>(
    `select current_setting('app.organization_id', true) as organization, current_setting('app.user_id', true) as user`,
  );
  return Object.values(settings).filter(Boolean);
}

function ignoreDivision(error: Error): void {
  if (!error.message.includes('division by zero')) throw error;
}

function ignoreRowLevelSecurity(error: Error): void {
  if (!error.message.includes('row-level security')) throw error;
}
