import type { ImportOf } from '../../../../lib/insert-import.ts';
import type { TestContext } from '../../model/test-context.ts';

/** The origin of names in a piece of code. */
export interface ResolvedNames {
  readonly fixtures: readonly string[];
  readonly imports: readonly ImportOf[];
}

/**
 * Resolves names to fixtures, functions and errors of the contract library, or globals. `undefined` if a name is
 * unknown.
 */
export function resolveNames(
  names: readonly string[],
  { fixtures, exportedValues, contractPackage }: TestContext,
): ResolvedNames | undefined {
  const used = names.filter((name) => fixtures.includes(name));
  const imported = names.filter((name) => !used.includes(name) && exportedValues.includes(name));
  const isKnown = (name: string) => used.includes(name) || imported.includes(name) || name in globalThis;
  if (!names.every(isKnown)) return undefined;
  return { fixtures: used, imports: imported.map((name) => ({ name, from: contractPackage })) };
}
