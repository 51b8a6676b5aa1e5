import type { MigrationObject } from '@mikro-orm/postgresql';
import type { Weakening } from './step-by-step.ts';

/** What a migration says of what it makes weaker: reasons by object. */
type Reasons = Readonly<Record<string, string>>;

/** One problem per migration that weakens tenancy without saying why, or says so and does not. */
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
      `The migration ${migration.name} weakens what keeps tenants apart:`,
      ...lines,
      `Change it. If it has to be so, say why, in the class of the migration:`,
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
        `The migration ${migration.name} says why it weakens '${object}', and does not weaken it. Take it out of weakensTenancy.`,
    );
}

function reasonsOf({ class: Migration }: MigrationObject): Reasons {
  return (Migration as { readonly weakensTenancy?: Reasons }).weakensTenancy ?? {};
}
