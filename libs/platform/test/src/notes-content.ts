import { tenantOwned } from '@acme/platform';
import { Migration } from '@mikro-orm/migrations';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { platformContent } from './platform-content.ts';

export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  rowLevelSecurity: 'force',
  policies: [{ name: 'tenant', using: 'id = app_organization_id()', check: 'id = app_organization_id()' }],
  properties: { id: p.uuid().primary() },
});

export const NoteEntity = tenantOwned(
  defineEntity({
    name: 'Note',
    tableName: 'notes',
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      text: p.string().length(100),
      createdAt: p.datetime(),
    },
  }),
);

class Notes0001 extends Migration {
  override name = 'notes-0001';

  override up(): void {
    this.addSql('create table organizations (id uuid primary key)');
    this.addSql(`create table notes (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      text varchar(100) not null,
      created_at timestamptz not null,
      unique (organization_id, id)
    )`);
    this.#protect('organizations', 'id');
    this.#protect('notes', 'organization_id');
  }

  #protect(table: string, column: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
    this.addSql(`create policy tenant on ${table}
      using (${column} = app_organization_id()) with check (${column} = app_organization_id())`);
  }
}

/** A database with organizations that own notes: the smallest on which tenants can be isolated. */
export const notesContent = {
  ...platformContent,
  entities: [OrganizationEntity, NoteEntity],
  migrations: [...platformContent.migrations, { name: 'notes-0001', class: Notes0001 }],
};
