import type { TenantTables } from '../../src/schema/tenancy/tenant-tables.ts';

/** Protected tables of tenants, for migrations to weaken. */
export const tenantsSql = `
  create function app_organization_id() returns uuid language sql stable
    return nullif(current_setting('app.organization_id', true), '')::uuid;
  create table organizations (id uuid primary key, name text not null);
  alter table organizations enable row level security, force row level security;
  create policy tenant on organizations using (id = app_organization_id());
  create table users (id uuid primary key, email text not null unique);
  create table secrets (user_id uuid not null references users);
  alter table secrets enable row level security, force row level security;
  create table projects (
    id uuid primary key,
    organization_id uuid not null references organizations on delete cascade,
    name text not null,
    unique (organization_id, id)
  );
  create table tasks (
    id uuid primary key,
    organization_id uuid not null references organizations on delete cascade,
    project_id uuid not null,
    title text not null,
    unique (organization_id, id),
    foreign key (organization_id, project_id) references projects (organization_id, id)
  );
  alter table projects enable row level security, force row level security;
  alter table tasks enable row level security, force row level security;
  create policy tenant on projects using (organization_id = app_organization_id());
  create policy tenant on tasks using (organization_id = app_organization_id());`;

export const tenantTables: TenantTables = { root: 'organizations', column: 'organization_id' };
