import { globSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Clone } from '../trees/clone.ts';
import { makeComponent } from './make-component.ts';
import { type OddContract, oddContract } from './odd-contract.ts';
import { optionSets } from './option-sets.ts';

export interface Proof {
  readonly components: number;
  readonly optionSets: number;
  /** Generated files of TypeScript. */
  readonly artefacts: number;
  readonly tests: string;
  /** What each tool has to say against them; nothing when all is well. */
  readonly faults: Readonly<Record<'generators' | 'tsc' | 'eslint' | 'vitest', readonly string[]>>;
}

export interface ProofOptions {
  readonly components: number;
  readonly seed: number;
  tell?(this: void, what: string): void;
}

/** Makes components from contracts made at random, with every combination of options, and holds all tools against them. */
export async function proveArtefacts({
  components,
  seed,
  tell = () => undefined,
}: ProofOptions): Promise<Proof> {
  using clone = new Clone();
  const contracts = fc.sample(oddContract, { numRuns: components, seed });
  const faults = await quietly(() => makeAll(clone.path, contracts, tell));
  tell('type check');
  const types = await clone.typeErrors('.');
  tell('lint');
  await clone.run('nx', 'show', 'projects');
  const lint = await clone.run('eslint', 'libs', '--max-warnings', '0', '--ignore-pattern', '**/odd.ts');
  tell('tests');
  const tests = await clone.run('vitest', 'run', 'libs');
  return {
    components,
    optionSets: Math.min(components, optionSets.length),
    artefacts: globSync('libs/*/*/src/**/*.ts', { cwd: clone.path }).length,
    tests: /Tests {2}(.*)/.exec(tests.output)?.[1] ?? '',
    faults: {
      generators: faults,
      tsc: types,
      eslint: lint.code === 0 ? [] : [lint.output],
      vitest: tests.code === 0 ? [] : [tests.output],
    },
  };
}

/** Far apart, so that a few components have as different options as many; no divisor of their number. */
const stride = 41;

async function makeAll(
  root: string,
  contracts: readonly OddContract[],
  tell: (what: string) => void,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, odd] of contracts.entries()) {
    const options = optionSets[(index * stride) % optionSets.length];
    if (!options) continue;
    await makeComponent(root, `odd-${index}`, odd, options).catch((error: unknown) => {
      faults.push(`${JSON.stringify(options)} ${join('libs', `odd-${index}`)}: ${String(error)}`);
    });
    if (index % 20 === 19) tell(`${index + 1} components`);
  }
  return faults;
}

async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
