import type { EntityMetadata, MikroORM, Routine } from '@mikro-orm/postgresql';

/** Something that entities declare, and how an ORM can be made to forget it. */
export interface Declaration {
  readonly name: string;
  /** Whether the same may be declared once more: a foreign key by a relation, and by an extension of the ORM. */
  readonly mayBeTwice?: boolean;
  /** Returns what brings it back: entities are shared by all ORMs of the process. */
  readonly forget: () => () => void;
}

/** All that the entity of a table declares beside its columns. */
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

/** Functions are declared for all tables at once. */
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
