import { describe, expect, test } from 'vitest';
import { useTenantDatabase } from '../../../proof/schema-domain/tenant-database.ts';

const weakenedBy = useTenantDatabase();

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
