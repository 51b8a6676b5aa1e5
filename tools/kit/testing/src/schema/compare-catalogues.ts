import type { CatalogueEntry } from './catalogue.ts';

/** An object that entities and migrations define differently; undefined on the side that lacks it. */
export interface Difference {
  readonly object: string;
  readonly inEntities: string | undefined;
  readonly inMigrations: string | undefined;
}

export function compareCatalogues(
  ofEntities: readonly CatalogueEntry[],
  ofMigrations: readonly CatalogueEntry[],
): Difference[] {
  const [entities, migrations] = [byObject(ofEntities), byObject(ofMigrations)];
  return [...new Set([...entities.keys(), ...migrations.keys()])]
    .map((object) => ({ object, inEntities: entities.get(object), inMigrations: migrations.get(object) }))
    .filter(({ inEntities, inMigrations }) => inEntities !== inMigrations)
    .toSorted((a, b) => (a.object < b.object ? -1 : 1));
}

function byObject(entries: readonly CatalogueEntry[]): Map<string, string> {
  return new Map(entries.map(({ object, definition }) => [object, definition]));
}
