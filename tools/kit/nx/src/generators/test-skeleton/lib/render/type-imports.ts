import type { ImportOf } from '../../../lib/insert-import.ts';
import type { TestContext } from '../model/test-context.ts';

/** The types that a piece of code names, from the contract library; nothing where one cannot be had from there. */
export function typeImports(
  code: string,
  { exported, contractPackage }: TestContext,
): ImportOf[] | undefined {
  const names = [...code.matchAll(/\bfc\.Arbitrary<([\w.]+)>/g)].map(([, name = '']) => name);
  if (!names.every((name) => exported.includes(name))) return undefined;
  return [...new Set(names)].map((name) => ({ name: `type ${name}`, from: contractPackage }));
}
