import type { ImportOf } from '../../../lib/insert-import.ts';
import type { TestContext } from '../model/test-context.ts';

/**
 * Returns imports for the types that code mentions. `undefined` if the contract library does not export one of them.
 */
export function typeImports(
  code: string,
  { exported, contractPackage }: TestContext,
): ImportOf[] | undefined {
  const names = [...code.matchAll(/\bfc\.Arbitrary<([\w.]+)>/g)].map(([, name = '']) => name);
  if (!names.every((name) => exported.includes(name))) return undefined;
  return [...new Set(names)].map((name) => ({ name: `type ${name}`, from: contractPackage }));
}
