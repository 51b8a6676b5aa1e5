import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core';

export function scalarsOf(metadata: EntityMetadata): EntityProperty[] {
  return metadata.props.filter(
    ({ kind, type, persist }) => kind === ReferenceKind.SCALAR && type !== 'json' && persist !== false,
  );
}

export function relationsOf(metadata: EntityMetadata): { name: string; target: EntityMetadata }[] {
  return metadata.props.flatMap(({ kind, name, targetMeta }) =>
    kind === ReferenceKind.MANY_TO_ONE && targetMeta ? [{ name, target: targetMeta }] : [],
  );
}
