import fc from 'fast-check';

/** Additional declarations of a contract file, for its types to refer to. */
export const declarations = `export class OddError extends Error {}
export interface Thing { readonly id: string; readonly size?: number; readonly 'quoted key'?: boolean }
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Brand = string & { readonly isBrand: true };
export type Colour = 'red' | 'it\\'s "green"' | 3 | false;
export interface Tree { readonly children: readonly Tree[] }
export interface Box<T> { readonly value: T }
`;

const plain = [
  'string',
  'number',
  'boolean',
  'bigint',
  'symbol',
  'object',
  'unknown',
  'null',
  'undefined',
  'Date',
  'Uint8Array',
  'Buffer',
  'RegExp',
  'URL',
  'Error',
  'Thing',
  'Json',
  'Brand',
  'Colour',
  'Tree',
  "'a' | 'b'",
  "'it\\'s'",
  '1 | 2',
  '`id-${string}`',
  'keyof Thing',
  "Thing['id']",
  'typeof process.pid',
  '() => void',
  '(x: string, ...rest: number[]) => Date',
  '{ a: string; b?: number }',
  "{ 'c d': readonly string[]; [Symbol.iterator]?: never }",
  '{}',
  'AbortSignal',
] as const;

const wraps = [
  '(T)[]',
  'readonly (T)[]',
  'Promise<T>',
  'T | null',
  'T | undefined',
  'Map<string, T>',
  'ReadonlySet<T>',
  'Record<string, T>',
  "Record<'a' | 'b', T>",
  'Iterable<T>',
  '[T, number?]',
  '[first: T, ...rest: string[]]',
  'Box<T>',
  'Partial<Box<T>>',
  '{ readonly inner: T }',
  'T extends string ? 1 : 2',
  'Box<T> & Thing',
  'Awaited<T>',
] as const;

/** Types that are valid anywhere with the given type parameters. */
export function oddType(parameters: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.constantFrom<string>(...plain, ...parameters);
  const wrapped = fc
    .tuple(fc.constantFrom(...wraps), leaf, fc.constantFrom('T', ...wraps))
    .map(([outer, inner, between]) => filled(outer, filled(between, inner)));
  return fc.oneof(leaf, wrapped);
}

/** Return types: any type, and types that only occur there. */
export function oddAnswer(parameters: readonly string[]): fc.Arbitrary<string> {
  const later = oddType(parameters).map((type) => `Promise<${type}>`);
  const special = fc.constantFrom(
    'void',
    'Promise<void>',
    'AsyncIterable<Thing>',
    'never',
    'this',
    'asserts',
  );
  return fc.oneof(
    oddType(parameters),
    later,
    special.map((type) => (type === 'asserts' ? 'boolean' : type)),
  );
}

function filled(wrap: string, inner: string): string {
  return wrap.replace(/\bT\b/g, () => (/[|&?]|=>|extends/.test(inner) ? `(${inner})` : inner));
}
