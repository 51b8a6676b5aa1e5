import type { ContractSources } from '@vouch/nx/contract-model';

const inEach = 10;

/** Components of ten contracts each. */
export function manyContracts(count: number): ContractSources {
  const components = Array.from({ length: count }, (_, index) => {
    const root = `libs/part${index}/contract`;
    return {
      name: `part${index}`,
      package: `@acme/part${index}-contract`,
      root,
      entry: `${root}/src/index.ts`,
    };
  });
  const files = components.flatMap(({ root, entry }) => {
    const names = Array.from({ length: inEach }, (_, index) => `store${index}`);
    const index = names.map((name) => `export * as ${name} from './${name}.ts';`).join('\n');
    return [[entry, index] as const, ...names.map((name) => [`${root}/src/${name}.ts`, contract] as const)];
  });
  return { components, files: new Map(files), appPackages: [] };
}

const contract = `
export class InvalidKeyError extends Error {}

/**
 * Keeps values for a while.
 *
 * @invariant What was kept and has not expired is what is found.
 * @tenantScoped
 */
export interface Store<V = unknown> {
  /**
   * Looks a value up.
   *
   * @param key - 1..255 characters
   * @returns the value, or undefined when nothing is kept under the key
   * @throws {@link InvalidKeyError} when the key is empty
   * @throws {@link InvalidKeyError} when the key has control characters
   * @remarks
   * - Reading does not prolong the life of a value.
   * - Never waits for a write.
   *
   * @example
   * \`\`\`ts
   * await store.set('a', 1);
   * await store.get('a'); // => 1
   * \`\`\`
   */
  get(key: string): Promise<V | undefined>;

  /**
   * Keeps a value.
   *
   * @promise last-wins The last of two writes wins.
   * @throws {@link InvalidKeyError} when the key is empty
   */
  set(key: string, value: V, options?: { ttl?: number }): Promise<void>;
}
`;
