import type { ImportOf } from '../../../../lib/insert-import.ts';
import type { TestContext } from '../../model/test-context.ts';

/** Where the names that a piece of code uses come from. */
export interface ResolvedNames {
  readonly fixtures: readonly string[];
  readonly imports: readonly ImportOf[];
}

/** Fixtures, functions and errors of the contract library, and the language's own; nothing where a name is none of these. */
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
