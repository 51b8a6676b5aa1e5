import { EntitySchema, type MigrationObject, Routine } from '@mikro-orm/core';
import type { OrmOptions } from '../../orm/create-orm.ts';

type Entity = EntitySchema | (abstract new () => object);

/** The database part of an app library's exports. */
export interface ComponentSchema {
  readonly entities: Entity[];
  readonly migrations: readonly MigrationObject[];
  readonly orm: OrmOptions;
  /** Statements for objects that entities cannot declare: the exports whose names end with `SchemaExtras`. */
  readonly extras: readonly string[];
}

/** Finds entities, migrations and routines among the exports, single or in lists, and ORM options by names that end with `Orm`. */
export function componentSchema(exports: Readonly<Record<string, unknown>>): ComponentSchema {
  const values = Object.values(exports).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  );
  return {
    entities: [...new Set(values.filter(isEntity))],
    migrations: values.filter(isMigration),
    orm: joinOrmOptions(named(exports, 'Orm') as OrmOptions[], values.filter(isRoutine)),
    extras: named(exports, 'SchemaExtras').flat() as string[],
  };
}

export function joinSchemas(schemas: readonly ComponentSchema[]): ComponentSchema {
  return {
    entities: [...new Set(schemas.flatMap(({ entities }) => entities))],
    migrations: schemas.flatMap(({ migrations }) => migrations),
    orm: joinOrmOptions(schemas.map(({ orm }) => orm)),
    extras: schemas.flatMap(({ extras }) => extras),
  };
}

function joinOrmOptions(options: readonly OrmOptions[], routines: readonly Routine[] = []): OrmOptions {
  return {
    ...Object.assign({}, ...options),
    extensions: [...new Set(options.flatMap(({ extensions = [] }) => extensions))],
    routines: [...new Set([...options.flatMap((each) => [...(each.routines ?? [])]), ...routines])],
  } as OrmOptions;
}

function named(exports: Readonly<Record<string, unknown>>, ending: string): unknown[] {
  return Object.entries(exports).flatMap(([name, value]) => (name.endsWith(ending) ? [value] : []));
}

function isEntity(value: unknown): value is Entity {
  return EntitySchema.is(value) || (typeof value === 'function' && EntitySchema.REGISTRY.has(value as never));
}

function isMigration(value: unknown): value is MigrationObject {
  const { name, class: Migration } = (value ?? {}) as Partial<MigrationObject>;
  return typeof name === 'string' && typeof Migration === 'function' && 'up' in Migration.prototype;
}

function isRoutine(value: unknown): value is Routine {
  return Routine.is(value);
}
