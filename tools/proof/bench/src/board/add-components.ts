import { readContracts } from '@vouch/nx/contract-model';
import type { ScratchWorkspace } from '@vouch/scratch';

interface NamedPromise {
  readonly id: string;
  readonly revision: string;
}

/** Adds components with a contract and a test for each promise. Returns the number of promises. */
export async function addComponents(workspace: ScratchWorkspace, count: number): Promise<number> {
  let promises = 0;
  for (let index = 0; index < count; index += 1) {
    const contract = contractOf(index);
    const named = await promisesIn(contract);
    promises += named.length;
    workspace.library(`part${index}/contract`, { 'src/index.ts': contract });
    workspace.library(`part${index}/test`, { 'src/unit/store.spec.ts': specOf(named) });
  }
  return promises;
}

async function promisesIn(contract: string): Promise<NamedPromise[]> {
  const entry = 'libs/part/contract/src/index.ts';
  const component = { name: 'part', package: '@demo/part-contract', root: 'libs/part/contract', entry };
  const sources = { components: [component], files: new Map([[entry, contract]]), appPackages: [] };
  const { components } = await readContracts(sources);
  return components
    .flatMap(({ contracts }) => contracts)
    .flatMap(({ members }) => members)
    .flatMap((member) => member.promises);
}

function contractOf(index: number): string {
  return `export class InvalidKeyError extends Error {}

/** Keeps values for a while. */
export interface Store${index} {
  /**
   * Looks a value up.
   *
   * @returns the value, or undefined
   * @throws {@link InvalidKeyError} when the key has control characters
   * @remarks
   * - Reading does not prolong the life of a value.
   */
  get(key: unknown): Promise<unknown>;

  /**
   * Keeps a value.
   *
   * @returns the value that the key had before
   * @remarks
   * - The last of two writes wins.
   */
  set(key: unknown, value: unknown): Promise<unknown>;
}
`;
}

function specOf(promises: readonly NamedPromise[]): string {
  const tests = promises.map(
    ({ id, revision }) =>
      `test('keeps ${id}', { meta: { promise: '${id}', revision: '${revision}' } }, () => {});`,
  );
  return `import { test } from 'vitest';\n\n${tests.join('\n')}\n`;
}
