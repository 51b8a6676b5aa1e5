import { Migration } from '@mikro-orm/migrations';
import { defineEntity, type MigrationObject, p, Routine } from '@mikro-orm/postgresql';
import type { SchemaSubject } from '../../src/schema/schema-problems.ts';
import { schemaSource } from '../../src/schema/schema-source.ts';

const isOwn = (column: string): string => `${column} = app_organization_id()`;

const Organization = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  rowLevelSecurity: 'force',
  policies: [{ name: 'tenant', using: isOwn('id') }],
  properties: { id: p.uuid().primary(), name: p.text() },
});

export const Project = defineEntity({
  name: 'Project',
  tableName: 'projects',
  rowLevelSecurity: 'force',
  policies: [{ name: 'tenant', using: isOwn('organization_id') }],
  uniques: [{ properties: ['organization', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).deleteRule('cascade'),
    name: p.string().length(100).check("name <> ''"),
  },
});

/** The function of the policies. */
export const tenantRoutine = {
  name: 'app_organization_id',
  type: 'function',
  language: 'sql',
  security: 'invoker',
  returns: { runtimeType: 'string', columnType: 'uuid', nullable: true },
  expression: `create function app_organization_id() returns uuid language sql stable
    return nullif(current_setting('app.organization_id', true), '')::uuid`,
} as const;

/** Creates a migration that runs these statements. */
export function migration(name: string, sql: string, options: MigrationTraits = {}): MigrationObject {
  const { weakensTenancy, transactional = true } = options;
  class Made extends Migration {
    static readonly weakensTenancy = weakensTenancy;
    override up(): void {
      this.addSql(sql);
    }
    override isTransactional(): boolean {
      return transactional;
    }
  }
  return { name, class: Made };
}

export interface MigrationTraits {
  readonly weakensTenancy?: Readonly<Record<string, string>>;
  readonly transactional?: boolean;
}

const first = migration(
  'projects-0001',
  `create function app_organization_id() returns uuid language sql stable
     return nullif(current_setting('app.organization_id', true), '')::uuid;
   create table organizations (id uuid primary key, name text not null);
   create table projects (
     id uuid primary key,
     organization_id uuid not null constraint projects_organization_id_foreign references organizations on delete cascade,
     name varchar(100) not null check (name <> ''),
     constraint projects_organization_id_id_unique unique (organization_id, id));
   alter table organizations enable row level security, force row level security;
   alter table projects enable row level security, force row level security;
   create policy tenant on organizations using (id = app_organization_id());
   create policy tenant on projects using (organization_id = app_organization_id());`,
);

/** Creates a component whose entities and migrations match, with additions. */
export function projects(
  more: {
    readonly migrations?: readonly MigrationObject[];
    readonly entities?: readonly unknown[];
    readonly extras?: readonly string[];
    readonly routines?: readonly Routine[];
  } = {},
): SchemaSubject {
  const migrations = [first, ...(more.migrations ?? [])];
  const entities = (more.entities ?? [Organization, Project]) as (typeof Project)[];
  return {
    name: 'projects',
    fix: 'npx nx g migration projects',
    source: {
      ...schemaSource({
        entities,
        migrations,
        orm: { routines: more.routines ?? [new Routine(tenantRoutine)] },
      }),
      extras: more.extras ?? [],
    },
    tenancy: { root: 'Organization', property: 'organization' },
    ownMigrations: migrations,
  };
}

/** The function with only the options that MikroORM requires. */
export const shortRoutine = new Routine({
  name: tenantRoutine.name,
  type: tenantRoutine.type,
  returns: tenantRoutine.returns,
  expression: tenantRoutine.expression,
});

/** The entities with an additional property of `Project`. */
export const withDueDate = [
  Organization,
  defineEntity({
    name: 'Project',
    tableName: 'projects',
    rowLevelSecurity: 'force',
    policies: [{ name: 'tenant', using: isOwn('organization_id') }],
    uniques: [{ properties: ['organization', 'id'] }],
    properties: { ...Project.properties, dueOn: p.date().nullable() },
  }),
];
