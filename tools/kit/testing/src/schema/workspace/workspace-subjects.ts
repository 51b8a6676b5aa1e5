import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MigrationObject } from '@mikro-orm/postgresql';
import type { Tenancy } from '../../factories/tenancy.ts';
import type { SchemaSubject } from '../schema-problems.ts';
import { schemaSource, type SchemaSource } from '../schema-source.ts';
import { componentSchema, joinSchemas } from './component-schema.ts';
import { type Component, componentsIn, withThoseBelow } from './components-in.ts';

/** The module of the API that exports `connect` and `migrations`. */
const apiDatabase = 'apps/api/src/database/connect.ts';

/** Returns every component with migrations, and the API, which has all of them. */
export async function workspaceSubjects(root: string): Promise<SchemaSubject[]> {
  const subjects = await Promise.all(componentsIn(root).map((name) => subjectOf(root, name)));
  const components = subjects.filter(({ source }) => source.migrations.length > 0);
  return [...components, ...(await apiSubject(root, components))];
}

export async function subjectOf(root: string, name: string): Promise<SchemaSubject> {
  const components = withThoseBelow(root, name);
  const schemas = await Promise.all(components.map(({ entry }) => load(entry).then(componentSchema)));
  const joined = joinSchemas(schemas);
  return {
    name,
    fix: fixOf(name),
    source: { ...schemaSource(joined), extras: joined.extras },
    tenancy: await tenancyOf(components),
    ownMigrations: schemas.at(-1)?.migrations ?? [],
  };
}

function fixOf(component: string): string {
  return [
    'If the entities are right, write a migration:',
    `  npx nx g migration ${component} <what-it-does>`,
    'If the migrations are right, declare the same in the entities.',
  ].join('\n');
}

/** Reads the tenancy of the component, or of the nearest component that it depends on. */
async function tenancyOf(components: readonly Component[]): Promise<Tenancy | undefined> {
  const path = components.map(({ tenancy }) => tenancy).findLast((each) => existsSync(each));
  return path === undefined ? undefined : ((await load(path)).tenancy as Tenancy | undefined);
}

async function apiSubject(root: string, components: readonly SchemaSubject[]): Promise<SchemaSubject[]> {
  const path = join(root, apiDatabase);
  if (!existsSync(path)) return [];
  const { connect, migrations } = (await load(path)) as unknown as ApiDatabase;
  const ofComponents = new Set(components.flatMap(({ ownMigrations }) => ownMigrations));
  return [
    {
      name: 'api',
      fix: `Expected the entities, routines and options of the components: see ${apiDatabase} and apps/api/src/components.`,
      source: {
        open: connect,
        migrations,
        extras: [...new Set(components.flatMap(({ source }) => source.extras ?? []))],
      },
      tenancy: components.find(({ tenancy }) => tenancy !== undefined)?.tenancy,
      ownMigrations: migrations.filter((each) => !ofComponents.has(each)),
    },
  ];
}

interface ApiDatabase {
  readonly connect: SchemaSource['open'];
  readonly migrations: readonly MigrationObject[];
}

async function load(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
}
