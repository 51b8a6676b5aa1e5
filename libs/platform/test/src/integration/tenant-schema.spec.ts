import { platformOrm, tenantOwned, TenantTransactions } from '@acme/platform';
import type { TenantScope } from '@acme/platform-contract';
import { defineEntity, MikroORM, p, type UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { expect, test } from '../fixtures.ts';
import { NoteEntity, notesContent, OrganizationEntity } from '../notes-content.ts';

const Project = tenantOwned(
  defineEntity({
    name: 'Project',
    tableName: 'projects',
    properties: { id: p.uuid().primary(), organizationId: p.uuid() },
  }),
);

const Task = tenantOwned(
  defineEntity({
    name: 'Task',
    tableName: 'tasks',
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      project: () => p.manyToOne(Project),
      next: () => p.manyToOne(Project).nullable(),
      named: () => p.manyToOne(Project).foreignKeyName('tasks_named'),
    },
  }),
);

beforeAll(() => {
  vi.stubEnv('MIKRO_ORM_COLORS', 'true');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('an entity that is declared as tenantOwned', () => {
  const createSql = () =>
    new MikroORM({
      ...platformOrm,
      entities: [OrganizationEntity, Project, Task],
      dbName: 'none',
    }).schema.getCreateSchemaSQL();

  test('has row-level security, enabled and forced, and its policy', async () => {
    const sql = await createSql();
    expect(sql).toContain('alter table "tasks" enable row level security');
    expect(sql).toContain('alter table "tasks" force row level security');
    expect(sql).toContain(
      'create policy "tenant" on "tasks" using (organization_id = app_organization_id()) with check (organization_id = app_organization_id())',
    );
    expect(sql).toContain('add constraint "tasks_organization_id_id_key" unique ("organization_id", "id")');
  });

  test('refers to its organization, and to others of the same organization alone', async () => {
    const keys = (await createSql()).match(/(?<=alter table "tasks" add constraint ).* references .*(?=;)/g);
    expect(keys).toEqual([
      '"tasks_organization_id_project_id_fkey" foreign key ("organization_id", "project_id") references "projects" ("organization_id", "id")',
      '"tasks_organization_id_next_id_fkey" foreign key ("organization_id", "next_id") references "projects" ("organization_id", "id") on delete set null (next_id)',
      '"tasks_named" foreign key ("organization_id", "named_id") references "projects" ("organization_id", "id")',
      '"tasks_organization_id_fkey" foreign key ("organization_id") references "organizations" ("id") on delete cascade',
    ]);
  });

  test('needs a property for its tenant', () => {
    const properties = { id: p.uuid().primary() };
    expect(() => tenantOwned(defineEntity({ name: 'Stray', properties }))).toThrow(
      'The entity Stray is declared as tenantOwned and has no tenant. Expected the property `organizationId: p.uuid()`.',
    );
  });

  test('is filtered also where row-level security does not apply', async ({ isolatedDb }) => {
    const { orm: options, entities } = notesContent;
    const orm = new MikroORM({ ...options, entities, clientUrl: isolatedDb.adminUrl });
    try {
      const tenants = new TenantTransactions(orm.em);
      const [own, other] = [crypto.randomUUID(), crypto.randomUUID()];
      for (const id of [own, other]) {
        await isolatedDb.admin.query('insert into organizations (id) values ($1)', [id]);
        await isolatedDb.admin.query(`insert into notes values (gen_random_uuid(), $1, 'text', now())`, [id]);
      }
      const seen = (scope: TenantScope) => tenants.write(scope, (em) => em.findAll(NoteEntity));
      await expect(seen({})).resolves.toHaveLength(2);
      await expect(seen({ organizationId: own })).resolves.toMatchObject([{ organizationId: own }]);
    } finally {
      await orm.close();
    }
  });
});

/** Names of tables and columns: short ones, long ones, and many columns. */
const names: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['short', ['title']],
  ['t'.repeat(60), ['title']],
  ['t'.repeat(40), ['c'.repeat(40)]],
  ['short', ['c'.repeat(62)]],
  ['t'.repeat(31), ['a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30)]],
  ['t'.repeat(63), ['a'.repeat(63), 'b'.repeat(63)]],
];

describe('an object that a migration does not name', () => {
  test.for(names)(
    'has the name that the entities expect: %s (%j)',
    async ([table, columns], { isolatedDb }) => {
      const list = columns.join(', ');
      await isolatedDb.admin.query(
        `create table ${table} (${columns.map((name) => `${name} int`).join(', ')})`,
      );
      await isolatedDb.admin.query(`alter table ${table} add unique (${list})`);
      await isolatedDb.admin.query(
        `alter table ${table} add foreign key (${list}) references ${table} (${list})`,
      );
      await isolatedDb.admin.query(`alter table ${table} add check (${columns[0]} > 0)`);
      await isolatedDb.admin.query(`create index on ${table} (${list})`);
      const made = await isolatedDb.admin.query<{ name: string }>(
        `select conname as name from pg_constraint where conrelid = '${table}'::regclass
       union select indexrelid::regclass::text from pg_index where indrelid = '${table}'::regclass`,
      );
      const strategy = new (platformOrm.namingStrategy as new () => UnderscoreNamingStrategy)();
      const expected = [
        strategy.indexName(table, [...columns], 'unique'),
        strategy.indexName(table, [...columns], 'foreign'),
        strategy.indexName(table, columns.slice(0, 1), 'check'),
        strategy.indexName(table, [...columns], 'index'),
      ];
      expect(made.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    },
  );
});
