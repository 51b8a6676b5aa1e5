import { Migration } from '@mikro-orm/migrations';

const tables = `
  create table organization (id uuid primary key, name text not null);
  create table users (id uuid primary key, email text not null unique);
  create table membership (
    id uuid primary key,
    organization_id uuid not null references organization deferrable initially immediate,
    user_id uuid not null references users,
    role text not null check (role in ('owner', 'member')),
    unique (organization_id, user_id));
  create table note (id uuid primary key, organization_id uuid not null references organization, text text not null,
    parent_id uuid references note deferrable initially deferred);
  create table plan (code text primary key);
  create table ticket (number serial primary key, subject text not null);`;

const rowLevelSecurity = `
  alter table note enable row level security;
  alter table note force row level security;
  create policy tenant on note
    using (organization_id = nullif(current_setting('app.organization', true), '')::uuid);`;

class CreateSample extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(rowLevelSecurity);
    this.addSql(`
      create procedure commit_inside() language plpgsql as $$ begin commit; end $$;
      create function lock_inside() returns void language sql as $$ select pg_advisory_lock(42) $$;`);
  }
}

export const sampleMigrations = [{ name: 'create-sample', class: CreateSample }];
