import { describe, expect, test } from 'vitest';
import { useTenantDatabase } from '../../../proof/schema-domain/tenant-database.ts';

const weakenedBy = useTenantDatabase();

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
