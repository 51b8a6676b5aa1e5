import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/postgresql';
import type { PropertyModel } from '../model/entity-model.ts';

/**
 * Leaves out properties that the ORM adds: columns of embeddables and, in the root of a table, those of other
 * entities.
 */
export function isOurs({ embedded, name, inherited }: EntityProperty, metadata: EntityMetadata): boolean {
  const isOfOthers = inherited === true && metadata.root === metadata;
  return embedded === undefined && name !== metadata.serializedPrimaryKey && !isOfOthers;
}

export function describeProperty(
  property: EntityProperty,
  metadata: EntityMetadata,
  name: string = property.name,
): PropertyModel {
  const { kind, items, length, target, owner, mappedBy } = property;
  return {
    name,
    kind: kind,
    runtimeType: property.runtimeType,
    columnType: property.columnTypes?.[0] ?? '',
    length,
    nullable: property.nullable === true,
    primary: property.primary === true,
    array: property.array === true || property.columnTypes?.[0]?.endsWith('[]') === true,
    items: property.enum ? (items ?? []) : [],
    default: plainDefault(property),
    givenByDatabase: isGiven(property, metadata),
    readOnly: isReadOnly(property, metadata),
    target: target ? property.targetMeta?.className : undefined,
    owner: owner || kind === ReferenceKind.MANY_TO_ONE,
    mappedBy: mappedBy,
    unsupported: whyUnmakeable(property),
    // Taken from the embeddable itself: in an entity with an optional embeddable, all of its columns are optional.
    embedded: Object.entries(embeddedOf(property)).map(([inner, described]) =>
      describeProperty(described, metadata, inner),
    ),
  };
}

function embeddedOf({ embeddedProps, targetMeta }: EntityProperty): Record<string, EntityProperty> {
  if (embeddedProps === undefined) return {};
  return (targetMeta?.properties ?? embeddedProps) as Record<string, EntityProperty>;
}

function isGiven(property: EntityProperty, metadata: EntityMetadata): boolean {
  return property.autoincrement === true || isReadOnly(property, metadata);
}

/** True for generated columns, formulas, versions, unpersisted properties and discriminators. */
function isReadOnly(property: EntityProperty, { root }: EntityMetadata): boolean {
  const { generated, formula, version, persist, getter, setter, name } = property;
  return (
    [generated, formula].some((each) => each !== undefined) ||
    version === true ||
    persist === false ||
    (getter === true && setter !== true) ||
    (root.discriminatorColumn !== undefined && name === root.discriminatorColumn)
  );
}

function whyUnmakeable({ polymorphic, embeddable, kind }: EntityProperty): string | undefined {
  if (polymorphic) return 'it refers to several kinds of entities';
  if (kind !== ReferenceKind.EMBEDDED) return undefined;
  const methods = Object.entries(Object.getOwnPropertyDescriptors(embeddable.prototype))
    .filter(
      ([name, { value }]) => typeof value === 'function' && !name.startsWith('__') && !ofEveryClass.has(name),
    )
    .map(([name]) => name);
  return methods.length > 0
    ? `its embeddable ${embeddable.name} has methods (${methods.join(', ')})`
    : undefined;
}

const ofEveryClass = new Set(['constructor', 'toJSON']);

/** Unquotes a default. The ORM stores texts quoted; an unquoted default is a database expression. */
function plainDefault({ default: value, defaultRaw }: EntityProperty): PropertyModel['default'] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return /^'((?:[^']|'')*)'$/.exec(defaultRaw ?? '')?.[1]?.replaceAll("''", "'");
}
