import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acquireServer, type TestDatabase, type TestServer } from '../../servers/index.ts';
import type { Query } from '../catalogue.ts';
import { tenantsSql, tenantTables } from '../../../proof/schema-domain/tenants.ts';
import { readRoleWeaknesses } from './role-weaknesses.ts';
import { readState, stepByStep } from './step-by-step.ts';

let server: TestServer;
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  server = await acquireServer();
  const template = await server.template({ key: tenantsSql, build: (url) => run(url, tenantsSql) });
  database = await template.clone();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
}, 30_000);
afterAll(async () => {
  await client.end();
  await server.release();
});

async function run(url: string, sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(sql).finally(() => owner.end());
}

/** Returns what a migration with these statements would weaken. Rolls them back. */
async function weakenedBy(sql: string, role?: 'vouch_owner'): Promise<string[]> {
  await client.query('begin isolation level repeatable read');
  try {
    const query: Query = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows;
    if (role) await client.query(`set local role ${role}`);
    const { weakenings, failed } = await stepByStep(['change'], {
      read: () => readState(query, tenantTables, readRoleWeaknesses),
      run: () => client.query(sql),
    });
    if (failed) throw failed.error;
    return weakenings.map(({ object, problem }) => `${object}: ${problem}`);
  } finally {
    await client.query('rollback');
  }
}

const noRowLevelSecurity = 'table projects: no longer has row-level security';
const notForced = 'table projects: does not force row-level security on its owner';
const lostPolicy = /^policy tenant on projects: no longer has the definition permissive/;
const widePolicy = /^policy \w+ on projects: lets through more than the rows of one tenant$/;

describe('row-level security', () => {
  test.each([
    ['alter table projects disable row level security'],
    ['ALTER TABLE ONLY "public"."projects" DISABLE ROW LEVEL SECURITY'],
    ['alter table projects /* add column */ disable row /* */ level security'],
    ["do $$ begin execute 'alter table projects dis' || 'able row level security'; end $$"],
    [
      "do language plpgsql 'begin execute format(''alter table %I disable row level security'', ''projects''); end'",
    ],
    [
      `do $$ declare t regclass; begin for t in select oid from pg_class where relrowsecurity
        loop execute 'alter table ' || t || ' disable row level security'; end loop; end $$`,
    ],
    [
      `create function tidy_up() returns void language plpgsql as $$
        begin execute convert_from(decode('616c746572207461626c652070726f6a656374732064697361626c6520726f77206c6576656c207365637572697479', 'hex'), 'utf8'); end $$;
      select tidy_up(); drop function tidy_up()`,
    ],
    ["update pg_class set relrowsecurity = false where relname = 'projects'"],
    [
      'alter table projects rename to works; alter table works disable row level security; alter table works rename to projects',
    ],
  ])('is not disabled without a report: %s', async (sql) => {
    await expect(weakenedBy(sql)).resolves.toContain(noRowLevelSecurity);
  });

  test.each([
    ['alter table projects no force row level security'],
    ['Alter Table projects Add Column note text, No Force Row Level Security'],
    ["do $$ begin execute 'alter table projects no force row level security'; end $$"],
  ])('remains forced: %s', async (sql) => {
    await expect(weakenedBy(sql)).resolves.toContain(notForced);
  });

  test('remains forced even for rows that belong to no tenant', async () => {
    await expect(weakenedBy('alter table secrets no force row level security')).resolves.toEqual([
      'table secrets: no longer has forced row-level security',
    ]);
  });

  test('is required of a table that was dropped and created again', async () => {
    const sql = `drop table tasks; create table tasks (
      id uuid primary key, organization_id uuid not null references organizations, unique (organization_id, id))`;
    const weakened = await weakenedBy(sql);
    expect(weakened).toContain('table tasks: no longer has row-level security');
    expect(weakened).toContain('table tasks: has rows of organizations and no row-level security');
  });
});

describe('a policy', () => {
  test.each([
    ['drop policy tenant on projects'],
    ['drop policy if exists "tenant" on public.projects'],
    ["do $$ begin execute 'drop policy tenant on projects'; end $$"],
    ['drop function app_organization_id() cascade'],
    ['alter policy tenant on projects using (true)'],
    ['alter policy tenant on projects using (organization_id = app_organization_id() or name = name)'],
    ['alter policy tenant on projects with check (true)'],
    ['alter policy tenant on projects to vouch_owner'],
    [
      'drop policy tenant on projects; create policy tenant on projects for select using (organization_id = app_organization_id())',
    ],
    ['alter table projects drop column organization_id cascade'],
  ])('is neither dropped nor altered without a report: %s', async (sql) => {
    await expect(weakenedBy(sql)).resolves.toContainEqual(expect.stringMatching(lostPolicy));
  });

  test.each([
    ['create policy wide on projects using (true)'],
    ['create policy wide on projects for select using (name is not null)'],
    ['create policy wide on projects for insert with check (true)'],
    ['create policy wide on projects to vouch_app using (organization_id is not null)'],
    ['create policy wide on projects using (organization_id = organization_id)'],
    ["do $$ begin execute 'create policy wide on projects using (true)'; end $$"],
    [
      `create function any_tenant() returns uuid language sql as 'select null::uuid';
       create policy wide on organizations using (id = any_tenant());
       create policy wide on projects using (organization_id = any_tenant())`,
    ],
  ])('is not added beside the tenant’s: %s', async (sql) => {
    await expect(weakenedBy(sql)).resolves.toContainEqual(expect.stringMatching(widePolicy));
  });

  test('calls the same function, and not one that a search path puts in its place', async () => {
    const tenants = ['organizations', 'projects', 'tasks'];
    const sql = `create schema disguise;
      create function disguise.app_organization_id() returns uuid language sql as 'select null::uuid';
      set local search_path = disguise, public;
      ${tenants
        .map((table) => {
          const column = table === 'organizations' ? 'id' : 'organization_id';
          return `alter policy tenant on ${table} using (${column} = disguise.app_organization_id());`;
        })
        .join('\n')}`;
    await expect(weakenedBy(sql)).resolves.toContainEqual(expect.stringMatching(lostPolicy));
  });

  test.each([
    [
      "create or replace function app_organization_id() returns uuid language sql stable return '00000000-0000-0000-0000-000000000000'::uuid",
    ],
    ['alter function app_organization_id() security definer'],
    ['alter function app_organization_id() owner to vouch_app'],
    ["alter function app_organization_id() set app.organization_id = 'x'"],
  ])('calls the unchanged function: %s', async (sql) => {
    await expect(weakenedBy(sql)).resolves.toContain(
      'function app_organization_id(): no longer has the definition that policies use',
    );
  });
});

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

describe('rights', () => {
  test.each([
    ['grant select on projects to public', 'table projects: is granted to PUBLIC: select'],
    [
      'GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA public TO PUBLIC',
      'table users: is granted to PUBLIC: delete',
    ],
    ['grant select (name) on projects to public', 'table projects: is granted to PUBLIC: select (name)'],
    [
      "do $$ begin execute 'grant update on projects to pub' || 'lic'; end $$",
      'table projects: is granted to PUBLIC: update',
    ],
    [
      'alter default privileges grant select on tables to public',
      'default privileges: grant later objects to PUBLIC: select',
    ],
    ['grant create on schema public to public', 'schema public: lets every role create objects in it'],
    ['grant truncate on projects to vouch_app', 'table projects: is granted to vouch_app: truncate'],
    [
      'grant select on projects to vouch_app with grant option',
      'table projects: is granted to vouch_app: select with grant option',
    ],
    ['alter role vouch_app bypassrls', 'role vouch_app: bypasses row-level security'],
    ['alter role vouch_app superuser', 'role vouch_app: bypasses row-level security'],
    [
      "do $$ begin execute 'alter user vouch_app with bypass' || 'rls'; end $$",
      'role vouch_app: bypasses row-level security',
    ],
    ['create role vouch_spec_reader bypassrls', 'role vouch_spec_reader: bypasses row-level security'],
    ['grant vouch_owner to vouch_app', 'role vouch_app: may act as vouch_owner'],
    ['grant pg_write_all_data to vouch_app', 'role vouch_app: may act as pg_write_all_data'],
    ['alter table projects owner to vouch_app', 'table projects: no longer has the owner vouch_owner'],
    ['reassign owned by vouch_owner to vouch_app', 'table tasks: no longer has the owner vouch_owner'],
    [
      "alter role vouch_app set app.organization_id = 'x'",
      'role vouch_app: has a setting for its sessions: app.organization_id=x',
    ],
    [
      'do $$ begin if (select rolsuper from pg_roles where rolname = current_user) then alter role vouch_app bypassrls; end if; end $$',
      'role vouch_app: bypasses row-level security',
    ],
  ])('are not granted: %s', async (sql, weakening) => {
    await expect(weakenedBy(sql)).resolves.toContain(weakening);
  });
});

describe('ways around', () => {
  test.each([
    [
      'create view names as select name from projects',
      'view names: reads rows of organizations as its owner',
    ],
    [
      'create view names with (security_invoker = false) as select name from projects',
      'view names: reads rows',
    ],
    [
      'create view inner_names with (security_invoker = true) as select name from projects; create view names as select * from inner_names',
      'view names: reads rows',
    ],
    ['create materialized view names as select name from projects', 'materialized view names: keeps rows'],
    [
      "create function all_names() returns setof text language sql security definer as 'select name from projects'",
      'function all_names(): runs with the rights of its owner',
    ],
    [
      'create rule copy as on insert to projects do also notify copied',
      'rule copy on projects: rewrites queries',
    ],
  ])('are seen: %s', async (sql, weakening) => {
    await expect(weakenedBy(sql)).resolves.toContainEqual(expect.stringContaining(weakening));
  });
});

describe('a migration that does not weaken tenancy', () => {
  test.each([
    ["alter table projects add column note text, add check (note <> '')"],
    ['create index on projects (organization_id, name)'],
    ['alter table projects rename to works'],
    ['alter table projects rename column name to title'],
    ['alter table tasks rename constraint tasks_organization_id_project_id_fkey to tasks_of_project'],
    ['drop table tasks'],
    ["create policy narrow on projects as restrictive using (name <> '')"],
    ['create view names with (security_invoker = true) as select name from projects'],
    ['create table countries (code text primary key)'],
    ['create table sessions (id uuid primary key, user_id uuid not null references users)'],
    ['grant select, insert on projects to vouch_app'],
    ['create function shout(text) returns text language sql return upper($1)'],
    [
      `create table notes (id uuid primary key, organization_id uuid not null references organizations, task_id uuid,
         unique (organization_id, id),
         foreign key (organization_id, task_id) references tasks (organization_id, id) on delete set null (task_id));
       alter table notes enable row level security, force row level security;
       create policy tenant on notes using (organization_id = app_organization_id()) with check (organization_id = app_organization_id())`,
    ],
    [
      `alter table tasks drop constraint tasks_organization_id_project_id_fkey;
       alter table tasks add foreign key (organization_id, project_id) references projects (organization_id, id) on delete cascade`,
    ],
  ])('is accepted: %s', async (sql) => {
    await expect(weakenedBy(sql, 'vouch_owner')).resolves.toEqual([]);
  });
});
