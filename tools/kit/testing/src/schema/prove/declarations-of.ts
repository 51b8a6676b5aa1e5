import type { EntityMetadata, MikroORM, Routine } from '@mikro-orm/postgresql';

/** A declaration of an entity, and a way to remove it from an ORM's metadata. */
export interface Declaration {
  readonly name: string;
  /** True if an extension of the ORM may declare the same: a foreign key. */
  readonly mayBeTwice?: boolean;
  /** Removes it, and returns a function that restores it. */
  readonly forget: () => () => void;
}

/** Returns everything that the entity of a table declares besides columns. */
export function declarationsOf(orm: MikroORM, table: string): Declaration[] {
  return metadataOf(orm, table).flatMap((metadata) => [
    ...listed('policy', metadata.policies),
    ...listed('unique key', metadata.uniques),
    ...listed('index', metadata.indexes),
    ...listed('check', metadata.checks),
    ...(metadata.rowLevelSecurity === undefined ? [] : rowLevelSecurity(metadata)),
    ...metadata.props
      .filter(({ unique, primary }) => unique && !primary)
      .map((prop) => setting(prop, 'unique', false)),
    ...metadata.relations
      .filter(({ createForeignKeyConstraint }) => createForeignKeyConstraint)
      .flatMap((prop) => [
        { ...setting(prop, 'createForeignKeyConstraint', false), mayBeTwice: true },
        ...(prop.deleteRule === undefined ? [] : [setting(prop, 'deleteRule', undefined)]),
      ]),
  ]);
}

/** Returns the declared functions, which belong to no table. */
export function routinesOf(orm: MikroORM): Declaration[] {
  return listed('routine', orm.config.getRoutines() as Routine[]);
}

export function metadataOf(orm: MikroORM, table: string): EntityMetadata[] {
  return [...orm.getMetadata().getAll().values()].filter(({ tableName }) => tableName === table);
}

function listed(kind: string, list: object[]): Declaration[] {
  return list.map((each, index) => ({
    name: `${kind} ${JSON.stringify(each)}`,
    forget: () => {
      list.splice(index, 1);
      return () => void list.splice(index, 0, each);
    },
  }));
}

function rowLevelSecurity(metadata: EntityMetadata): Declaration[] {
  return [true, false, undefined].map((value) => setting(metadata, 'rowLevelSecurity', value));
}

function setting<Target extends object>(
  target: Target,
  key: keyof Target & string,
  value: unknown,
): Declaration {
  const before = target[key];
  return {
    name: `${key} of ${String((target as { name?: unknown }).name)}`,
    forget: () => {
      Object.assign(target, { [key]: value });
      return () => void Object.assign(target, { [key]: before });
    },
  };
}
