import { type EntityMetadata, EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import { describeProperty, isOurs } from './describe-property.ts';
import type { EntityModel } from '../model/entity-model.ts';

/** Describes the exported entities of an app library as MikroORM sees them. Never connects to a database. */
export function describeEntities(exports: Readonly<Record<string, unknown>>): EntityModel[] {
  const found = Object.entries(exports).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isEntity).map((entity) => ({ name, entity, value })),
  );
  if (found.length === 0) return [];
  const orm = new MikroORM({ entities: [...new Set(found.map(({ entity }) => entity))], dbName: 'none' });
  const names = new Map(
    found.filter(({ entity, value }) => entity === value).map(({ name, entity }) => [classOf(entity), name]),
  );
  const all = [...orm.getMetadata().getAll().values()].filter(
    ({ pivotTable, embeddable }) => !pivotTable && !embeddable,
  );
  return all
    .map((metadata) => describe(metadata, names.get(metadata.class), all))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

type Entity = EntitySchema | (abstract new () => object);

function isEntity(value: unknown): value is Entity {
  return (
    value instanceof EntitySchema ||
    (typeof value === 'function' && EntitySchema.REGISTRY.has(value as never))
  );
}

function classOf(entity: Entity): unknown {
  return entity instanceof EntitySchema ? entity.meta.class : entity;
}

function describe(
  metadata: EntityMetadata,
  exportName: string | undefined,
  all: readonly EntityMetadata[],
): EntityModel {
  const properties = metadata.props.filter((property) => isOurs(property, metadata));
  return {
    name: metadata.className,
    exportName,
    table: metadata.tableName,
    unsupported: whyUnmakeable(metadata),
    bases: all
      .filter((each) => metadata.class.prototype instanceof each.class)
      .map(({ className }) => className),
    properties: properties.map((property) => describeProperty(property, metadata)),
    uniques: [
      ...properties.filter(({ unique }) => unique).map(({ name }) => [name]),
      ...metadata.uniques.map(({ properties: together = [] }) =>
        Array.isArray(together) ? together : [together],
      ),
      metadata.primaryKeys,
    ],
  };
}

function whyUnmakeable({ abstract, view, virtual, expression }: EntityMetadata): string | undefined {
  if (abstract) return 'it is abstract';
  if (view) return 'it is a view';
  return virtual === true || expression !== undefined ? 'it has no table' : undefined;
}
