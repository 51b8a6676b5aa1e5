import type { MigrationObject } from '@mikro-orm/postgresql';
import type { Weakening } from './step-by-step.ts';

/** A migration's reasons, by the object that it weakens. */
type Reasons = Readonly<Record<string, string>>;

/** Returns a problem for each migration that weakens tenancy without a reason, and for each reason without a weakening. */
export function unexplainedWeakenings(
  migrations: readonly MigrationObject[],
  weakenings: readonly Weakening[],
): string[] {
  return migrations.flatMap((migration) => {
    const own = weakenings.filter((each) => each.migration === migration.name);
    return [...withoutReason(migration, own), ...withoutWeakness(migration, own)];
  });
}

function withoutReason(migration: MigrationObject, own: readonly Weakening[]): string[] {
  const reasons = reasonsOf(migration);
  const found = own.filter(({ object }) => (reasons[object] ?? '').trim() === '');
  if (found.length === 0) return [];
  const lines = new Set(found.map(({ object, problem }) => `  ${object}: ${problem}`));
  const objects = [...new Set(found.map(({ object }) => object))];
  return [
    [
      `The migration ${migration.name} weakens tenancy:`,
      ...lines,
      `Change it, or give a reason in its class:`,
      `  static readonly weakensTenancy = { ${objects.map((object) => `'${object}': 'why'`).join(', ')} };`,
    ].join('\n'),
  ];
}

function withoutWeakness(migration: MigrationObject, own: readonly Weakening[]): string[] {
  const objects = new Set(own.map(({ object }) => object));
  return Object.keys(reasonsOf(migration))
    .filter((object) => !objects.has(object))
    .map(
      (object) =>
        `The migration ${migration.name} gives a reason for '${object}', which it does not weaken. Remove it from weakensTenancy.`,
    );
}

function reasonsOf({ class: Migration }: MigrationObject): Reasons {
  return (Migration as { readonly weakensTenancy?: Reasons }).weakensTenancy ?? {};
}
