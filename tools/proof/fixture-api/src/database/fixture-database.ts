import { type ApiDatabase, migratedDatabase } from '@vouch/testing/api';
import pg from 'pg';

/** The role that the fixture API connects as. */
export const role = 'vouch_app';

/** Creates a database of the fixture API. */
export function createFixtureDatabase(): Promise<ApiDatabase> {
  return migratedDatabase({ migrate, root: import.meta.dirname, files: ['*.ts'] });
}

async function migrate(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(tables);
  await owner.query(rowSecurity);
  await owner.query(entry);
  await owner.query(`grant select, insert, update, delete on all tables in schema public to ${role}`);
  await owner.end();
}

const tables = `
  create table organizations (id uuid primary key, name text not null, slug text not null unique);
  create table users (id uuid primary key, email text not null unique, name text not null, password_hash text);
  create table memberships (
    id uuid primary key default gen_random_uuid(),
    organization_id uuid not null references organizations on delete cascade,
    user_id uuid not null references users on delete cascade,
    role text not null,
    unique (organization_id, id), unique (organization_id, user_id));
  create index memberships_of_user on memberships (user_id);
  create table notes (
    id uuid primary key,
    organization_id uuid not null references organizations on delete cascade,
    text text not null,
    unique (organization_id, id));
  create table sessions (id uuid primary key, user_id uuid not null references users on delete cascade, token_hash text not null unique);
  create table codes (code text primary key, user_id uuid not null references users on delete cascade);`;

const rowSecurity = `
  create function app_organization_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.organization_id', true), '')::uuid;
  create function app_user_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid;
  ${[
    ['organizations', 'id'],
    ['memberships', 'organization_id'],
    ['notes', 'organization_id'],
  ]
    .map(
      ([table, column]) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant on ${table} using (${column} = app_organization_id()) with check (${column} = app_organization_id());`,
    )
    .join('')}
  create policy own on memberships for select using (user_id = app_user_id());
  create policy own on organizations for select using (exists (
    select from memberships m where m.organization_id = organizations.id and m.user_id = app_user_id()));`;

/** Begins each request: finds the person whose session a token opens, and the role of that person in an organization. */
const entry = `
  create function app_enter(hash text, organization uuid)
    returns table (session uuid, member uuid, role_there text) language plpgsql as $$
    begin
      select id, user_id into session, member from sessions where token_hash = hash;
      if not found then return; end if;
      perform set_config('app.user_id', member::text, true);
      select role into role_there from memberships where organization_id = organization and user_id = member;
      return next;
    end $$;`;
