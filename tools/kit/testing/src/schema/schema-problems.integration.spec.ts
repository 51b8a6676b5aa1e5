import { Routine } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acquireServer, type Template, type TestServer } from '../servers/index.ts';
import { schemaProblems, type SchemaSubject } from './schema-problems.ts';
import {
  migration,
  projects,
  shortRoutine,
  tenantRoutine,
  withDueDate,
} from '../../proof/schema-domain/projects.ts';

let server: TestServer;
let empty: Template;

beforeAll(async () => {
  server = await acquireServer();
  empty = await server.template({ key: 'empty', build: async () => undefined });
}, 30_000);
afterAll(() => server.release());

const problemsOf = (subject: SchemaSubject): Promise<string[]> => schemaProblems(subject, empty);

describe('entities and migrations', { timeout: 30_000 }, () => {
  test('that match are no problem', async () => {
    await expect(problemsOf(projects())).resolves.toEqual([]);
  });

  test('a property without a column is reported with its statement and the command', async () => {
    await expect(problemsOf(projects({ entities: withDueDate }))).resolves.toEqual([
      [
        'Entities and migrations differ.',
        'MikroORM would change a migrated database by',
        '  alter table "projects" add "due_on" date null;',
        'Only the entities declare the column projects.due_on',
        '  date',
        'npx nx g migration projects',
      ].join('\n'),
    ]);
  });

  test('a migration can add what the entities declare', async () => {
    const added = migration('projects-0002', 'alter table projects add due_on date');
    await expect(problemsOf(projects({ entities: withDueDate, migrations: [added] }))).resolves.toEqual([]);
  });

  test.each([
    ['create index projects_named on projects (name)', 'drop index "projects_named"'],
    ['alter table projects add check (length(name) > 1)', 'drop constraint "projects_name_check1"'],
    ['alter table projects alter name drop not null', 'alter column "name" set not null'],
    ["create function shout() returns text language sql return 'a'", 'drop function if exists "shout"'],
    [
      'create view names with (security_invoker = true) as select name from projects',
      'drop view if exists "names"',
    ],
  ])('MikroORM detects an additional change of a migration: %s', async (sql, statement) => {
    const [problem] = await problemsOf(projects({ migrations: [migration('projects-0002', sql)] }));
    expect(problem).toContain(statement);
  });

  test.each([
    [
      "alter table projects drop constraint projects_name_check, add constraint projects_name_check check ((name <> '' or name is null) and name <> '')",
      'They define the check projects_name_check on projects differently',
    ],
    [
      'grant select on projects to vouch_owner with grant option; grant update on projects to pg_monitor',
      'Only the migrations create the grant on projects to pg_monitor',
    ],
    ['create sequence project_numbers', 'Only the migrations create the sequence project_numbers'],
    [
      'alter function app_organization_id() parallel safe',
      'They define the function public.app_organization_id() differently',
    ],
    [
      'create or replace function app_organization_id() returns uuid language sql stable return null::uuid',
      'They define the function public.app_organization_id() differently',
    ],
    ['alter table projects set (fillfactor = 70)', 'They define the table projects differently'],
  ])('the catalogue shows what MikroORM does not detect: %s', async (sql, text) => {
    const problems = await problemsOf(projects({ migrations: [migration('projects-0002', sql)] }));
    expect(problems.join('\n')).toContain(text);
  });

  test('a routine that MikroORM would recreate in every down() is reported', async () => {
    const [problem] = await problemsOf(projects({ routines: [shortRoutine] }));
    expect(problem).toContain(
      'MikroORM would write into the down() of every migration\n  drop function if exists',
    );
  });

  test('entities that no database accepts are reported as a problem', async () => {
    const broken = new Routine({ ...tenantRoutine, expression: 'create function no_function' });
    const [problem] = await problemsOf(projects({ routines: [broken] }));
    expect(problem).toMatch(
      /^Entities and migrations cannot be compared: .*syntax error[^]*npx nx g migration/,
    );
  });

  test('objects that entities cannot declare are in extras', async () => {
    const added = migration('projects-0002', 'create sequence project_numbers');
    const extras = ['create sequence project_numbers'];
    await expect(problemsOf(projects({ migrations: [added], extras }))).resolves.toEqual([]);
    await expect(problemsOf(projects({ extras }))).resolves.toEqual([
      expect.stringContaining('Only the entities declare the sequence project_numbers'),
    ]);
  });
});

describe('a migration that weakens tenancy', { timeout: 30_000 }, () => {
  const sql = "do $$ begin execute 'grant select on projects to pub' || 'lic'; end $$";

  test('is rejected with the weakness, and the line for a reason', async () => {
    const [problem] = await problemsOf(projects({ migrations: [migration('projects-0002', sql)] }));
    expect(problem).toBe(
      [
        'The migration projects-0002 weakens tenancy:',
        '  table projects: is granted to PUBLIC: select',
        'Change it, or give a reason in its class:',
        "  static readonly weakensTenancy = { 'table projects': 'why' };",
      ].join('\n'),
    );
  });

  test.each([
    [{ 'table projects': 'a report reads it' }, false],
    [{ 'table projects': ' ' }, true],
    [{ 'table organizations': 'the wrong one' }, true],
  ])('can give a reason: %j', async (weakensTenancy, isRejected) => {
    const problems = await problemsOf(
      projects({ migrations: [migration('projects-0002', sql, { weakensTenancy })] }),
    );
    expect(problems.some((problem) => problem.includes('weakens tenancy'))).toBe(isRejected);
  });

  test('cannot give a reason for another object', async () => {
    const weakensTenancy = { 'table projects': 'not used' };
    const harmless = migration('projects-0002', 'comment on table projects is null', { weakensTenancy });
    await expect(problemsOf(projects({ migrations: [harmless] }))).resolves.toEqual([
      "The migration projects-0002 gives a reason for 'table projects', which it does not weaken. Remove it from weakensTenancy.",
    ]);
  });

  test('is detected outside of a transaction as well', async () => {
    const outside = migration('projects-0002', 'drop policy tenant on projects', { transactional: false });
    const [problem] = await problemsOf(projects({ migrations: [outside] }));
    expect(problem).toContain('policy tenant on projects: no longer has');
  });

  test('is detected even if it grants rights only as superuser', async () => {
    const hidden = `do $$ begin if current_setting('is_superuser') = 'on' then alter role vouch_app bypassrls; end if; end $$`;
    const [problem] = await problemsOf(projects({ migrations: [migration('projects-0002', hidden)] }));
    expect(problem).toContain('role vouch_app: bypasses row-level security');
  });

  test('that changes a role fails as the owner of the tables, with a message about roles', async () => {
    const problems = await problemsOf(
      projects({ migrations: [migration('projects-0002', 'alter role vouch_app bypassrls')] }),
    );
    expect(problems).toEqual([
      expect.stringContaining('role vouch_app: bypasses row-level security'),
      expect.stringMatching(
        /^The migration projects-0002 fails as the role that owns the tables: .*permission denied[^]*Create roles when/,
      ),
    ]);
  });

  test('is not reported as one because it fails', async () => {
    const problems = await problemsOf(projects({ migrations: [migration('projects-0002', 'alter tabel')] }));
    expect(problems).toEqual([
      expect.stringMatching(/^The migration projects-0002 fails as superuser: .*syntax error/),
      expect.stringMatching(
        /^The migration projects-0002 fails as the role that owns the tables: .*syntax error/,
      ),
    ]);
  });
});
