import { Migration } from '@mikro-orm/migrations';

/** Organizations, users, memberships, invitations, sessions, mailed codes; row-level security on the rows of organizations. */
export class Identity0001 extends Migration {
  static readonly weakensTenancy = {
    'policy own on memberships': 'users list their organizations before they choose one',
    'policy own on organizations': 'users list their organizations before they choose one',
  };

  override name = 'identity-0001';

  override up(): void {
    this.#organizationsAndUsers();
    this.#memberships();
    this.#secrets();
    this.#rowLevelSecurity();
    this.#enter();
  }

  override down(): void {
    this.addSql('drop function app_enter(text, timestamptz, uuid)');
    this.addSql('drop table mailed_codes, sessions, invitations, memberships, users, organizations');
  }

  #organizationsAndUsers(): void {
    this.addSql(`create table organizations (
      id uuid primary key,
      name varchar(100) not null check (name ~ '\\S'),
      slug varchar(50) not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      created_at timestamptz not null
    )`);
    this.addSql(`create table users (
      id uuid primary key,
      email varchar(254) not null unique check (email = lower(email)),
      name varchar(100) not null check (name ~ '\\S'),
      password_hash varchar(255),
      created_at timestamptz not null
    )`);
  }

  #memberships(): void {
    this.addSql(`create table memberships (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
      created_at timestamptz not null,
      unique (organization_id, id),
      unique (organization_id, user_id)
    )`);
    this.addSql('create index memberships_of_user on memberships (user_id)');
    this.addSql(`create table invitations (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      email varchar(254) not null check (email = lower(email)),
      role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
      code_hash varchar(64) not null,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      unique (organization_id, id),
      unique (organization_id, email)
    )`);
  }

  #secrets(): void {
    this.addSql(`create table sessions (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      token_hash varchar(64) not null unique,
      expires_at timestamptz not null,
      created_at timestamptz not null
    )`);
    this.addSql('create index sessions_of_user on sessions (user_id)');
    this.addSql(`create table mailed_codes (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      code_hash varchar(64) not null unique,
      expires_at timestamptz not null,
      created_at timestamptz not null
    )`);
    this.addSql('create index mailed_codes_of_user on mailed_codes (user_id)');
  }

  #rowLevelSecurity(): void {
    for (const [table, column] of [
      ['organizations', 'id'],
      ['memberships', 'organization_id'],
      ['invitations', 'organization_id'],
    ]) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy tenant on ${table}
        using (${column} = app_organization_id()) with check (${column} = app_organization_id())`);
    }
    this.addSql('create policy own on memberships for select using (user_id = app_user_id())');
    this.addSql(`create policy own on organizations for select using (exists (
      select from memberships m where m.organization_id = organizations.id and m.user_id = app_user_id()))`);
  }

  /** See `identityRoutines`. */
  #enter(): void {
    this.addSql(`create function app_enter(hash text, moment timestamptz, organization uuid)
      returns table (member uuid, role_there text) language plpgsql as $$
      begin
        select user_id into member from sessions where token_hash = hash and expires_at > moment;
        if not found then return; end if;
        perform set_config('app.user_id', member::text, true);
        select role into role_there from memberships where organization_id = organization and user_id = member;
        return next;
      end $$`);
  }
}
