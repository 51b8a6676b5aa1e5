import { describe, expect, test } from 'vitest';
import { useTenantDatabase } from '../../../proof/schema-domain/tenant-database.ts';

const weakenedBy = useTenantDatabase();

describe('keys that include the tenant', () => {
  test.each([
    [
      'alter table projects drop constraint projects_organization_id_id_key cascade',
      'key (organization_id, id) on projects',
    ],
    ['alter table tasks drop constraint tasks_organization_id_id_key', 'key (organization_id, id) on tasks'],
    [
      `do $$ declare c text; begin select conname into c from pg_constraint where conrelid = 'tasks'::regclass and contype = 'f'
        and cardinality(conkey) = 2; execute 'alter table tasks drop constraint ' || c; end $$`,
      'foreign key (organization_id, project_id) on tasks',
    ],
    [
      `alter table tasks drop constraint tasks_organization_id_project_id_fkey;
       alter table tasks add foreign key (project_id) references projects (id)`,
      'foreign key (organization_id, project_id) on tasks',
    ],
    [
      'alter table tasks drop constraint tasks_organization_id_fkey',
      'foreign key (organization_id) on tasks',
    ],
    ['alter table tasks alter column organization_id drop not null', 'table tasks'],
    [
      'alter table tasks alter constraint tasks_organization_id_project_id_fkey not enforced',
      'foreign key tasks_organization_id_project_id_fkey on tasks',
    ],
    ['alter table tasks disable trigger all', 'table tasks'],
    ['alter table tasks add parent_id uuid references tasks', 'foreign key tasks_parent_id_fkey on tasks'],
    [
      `alter table tasks add parent_id uuid, add parent_organization_id uuid,
         add constraint parent foreign key (parent_organization_id, parent_id) references tasks (organization_id, id)`,
      'foreign key parent on tasks',
    ],
    [
      'create table labels (id uuid primary key, task_id uuid not null references tasks (id))',
      'table labels',
    ],
    ['alter table users add favourite_id uuid references projects (id)', 'table users'],
  ])('stay: %s', async (sql, object) => {
    const weakened = await weakenedBy(sql);
    expect(weakened.map((text) => text.split(': ')[0])).toContain(object);
  });
});

test('a table keeps its tenant column', async () => {
  await expect(weakenedBy('alter table tasks drop column organization_id cascade')).resolves.toContain(
    'table tasks: no longer has the column organization_id',
  );
});

describe('a new table', () => {
  test.each([
    [
      'create table notes (id uuid primary key, organization_id uuid not null, unique (organization_id, id))',
      'has rows of organizations and no row-level security',
    ],
    [
      'create table notes (id uuid primary key, owner uuid references organizations)',
      'has rows of organizations and no row-level security',
    ],
    ['create table notes as select * from projects', 'has rows of organizations and no row-level security'],
    [
      'create unlogged table notes (like projects including all)',
      'has rows of organizations and no row-level security',
    ],
    ['create table notes () inherits (projects)', 'has rows of organizations and no row-level security'],
    [
      'create schema other; create table other.notes (organization_id uuid not null)',
      'has rows of organizations and no row-level security',
    ],
    [
      `do $$ begin execute 'create table notes (organization_' || 'id uuid not null)'; end $$`,
      'has rows of organizations and no row-level security',
    ],
    [
      'create table notes (id uuid primary key); alter table notes add organization_id uuid not null',
      'has rows of organizations and no row-level security',
    ],
    [
      'create table notes (organization_id uuid not null); alter table notes enable row level security, force row level security',
      'has no policy that compares organization_id with the tenant of the session',
    ],
    [
      `create table notes (organization_id uuid not null); alter table notes enable row level security;
       create policy tenant on notes using (organization_id = app_organization_id())`,
      'does not force row-level security on its owner',
    ],
    [
      `create table notes (id uuid primary key, organization_id uuid not null);
       alter table notes enable row level security, force row level security;
       create policy tenant on notes using (organization_id = app_organization_id())`,
      'has no key \\(organization_id, id\\) for others to refer to',
    ],
  ])('is protected: %s', async (sql, problem) => {
    const weakened = await weakenedBy(sql);
    expect(weakened).toContainEqual(
      expect.stringMatching(new RegExp(`^table (other\\.)?notes: ${problem}$`)),
    );
  });
});
