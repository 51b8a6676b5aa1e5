import { Migration } from '@mikro-orm/migrations';

/** Organizations, users, memberships, invitations, sessions, mailed codes; row-level security on what organizations own. */
export class Identity0001 extends Migration {
  override name = 'identity-0001';

  override up(): void {
    for (const statement of [...scope, ...tables, ...rowLevelSecurity]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table mailed_codes, sessions, invitations, memberships, users, organizations');
    this.addSql('drop function app_organization_id(), app_user_id()');
  }
}

/** Who is asking, as the transaction says; nobody, unless it says so. */
const scope = [
  `create function app_organization_id() returns uuid language sql stable parallel safe
     return nullif(current_setting('app.organization_id', true), '')::uuid`,
  `create function app_user_id() returns uuid language sql stable parallel safe
     return nullif(current_setting('app.user_id', true), '')::uuid`,
];

const tables = [
  `create table organizations (
     id uuid primary key,
     name varchar(100) not null check (name ~ '\\S'),
     slug varchar(50) not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     created_at timestamptz not null
   )`,
  `create table users (
     id uuid primary key,
     email varchar(254) not null unique check (email = lower(email)),
     name varchar(100) not null check (name ~ '\\S'),
     password_hash varchar(255),
     created_at timestamptz not null
   )`,
  `create table memberships (
     id uuid primary key,
     organization_id uuid not null references organizations on delete cascade,
     user_id uuid not null references users on delete cascade,
     role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
     created_at timestamptz not null,
     unique (organization_id, id),
     unique (organization_id, user_id)
   )`,
  'create index memberships_of_user on memberships (user_id)',
  `create table invitations (
     id uuid primary key,
     organization_id uuid not null references organizations on delete cascade,
     email varchar(254) not null check (email = lower(email)),
     role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
     code_hash varchar(64) not null,
     expires_at timestamptz not null,
     created_at timestamptz not null,
     unique (organization_id, id),
     unique (organization_id, email)
   )`,
  `create table sessions (
     id uuid primary key,
     user_id uuid not null references users on delete cascade,
     token_hash varchar(64) not null unique,
     expires_at timestamptz not null,
     created_at timestamptz not null
   )`,
  'create index sessions_of_user on sessions (user_id)',
  `create table mailed_codes (
     id uuid primary key,
     user_id uuid not null references users on delete cascade,
     code_hash varchar(64) not null unique,
     expires_at timestamptz not null,
     created_at timestamptz not null
   )`,
  'create index mailed_codes_of_user on mailed_codes (user_id)',
];

const rowLevelSecurity = [
  'alter table organizations enable row level security',
  'alter table organizations force row level security',
  `create policy tenant on organizations
     using (id = app_organization_id()) with check (id = app_organization_id())`,
  `create policy own on organizations for select
     using (exists (select from memberships m where m.organization_id = organizations.id and m.user_id = app_user_id()))`,
  'alter table memberships enable row level security',
  'alter table memberships force row level security',
  `create policy tenant on memberships
     using (organization_id = app_organization_id()) with check (organization_id = app_organization_id())`,
  'alter table invitations enable row level security',
  'alter table invitations force row level security',
  `create policy tenant on invitations
     using (organization_id = app_organization_id()) with check (organization_id = app_organization_id())`,
  'create policy own on memberships for select using (user_id = app_user_id())',
];
