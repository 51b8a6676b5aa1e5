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
  /** The problems that each tool reports; empty if there are none. */
  readonly problems: Readonly<Record<'generators' | 'tsc' | 'eslint' | 'vitest', readonly string[]>>;
}

export interface ProofOptions {
  readonly components: number;
  readonly seed: number;
  report?(this: void, what: string): void;
}

/** Creates components from random contracts with every combination of options, and runs all tools on them. */
export async function proveArtefacts({
  components,
  seed,
  report = () => undefined,
}: ProofOptions): Promise<Proof> {
  using clone = new Clone();
  const contracts = fc.sample(oddContract, { numRuns: components, seed });
  const problems = await quietly(() => makeAll(clone.path, contracts, report));
  report('type check');
  const types = await clone.typeErrors('.');
  report('lint');
  await clone.run('nx', 'show', 'projects');
  const lint = await clone.run('eslint', 'libs', '--max-warnings', '0', '--ignore-pattern', '**/odd.ts');
  report('tests');
  const tests = await clone.run('vitest', 'run', 'libs');
  return {
    components,
    optionSets: Math.min(components, optionSets.length),
    artefacts: globSync('libs/*/*/src/**/*.ts', { cwd: clone.path }).length,
    tests: /Tests {2}(.*)/.exec(tests.output)?.[1] ?? '',
    problems: {
      generators: problems,
      tsc: types,
      eslint: lint.code === 0 ? [] : [lint.output],
      vitest: tests.code === 0 ? [] : [tests.output],
    },
  };
}

/** A stride without a common divisor, so that a few components have options as varied as many. */
const stride = 41;

async function makeAll(
  root: string,
  contracts: readonly OddContract[],
  report: (what: string) => void,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [index, odd] of contracts.entries()) {
    const options = optionSets[(index * stride) % optionSets.length];
    if (!options) continue;
    await makeComponent(root, `odd-${index}`, odd, options).catch((error: unknown) => {
      problems.push(`${JSON.stringify(options)} ${join('libs', `odd-${index}`)}: ${String(error)}`);
    });
    if (index % 20 === 19) report(`${index + 1} components`);
  }
  return problems;
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
