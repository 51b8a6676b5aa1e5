import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInScratch } from '@vouch/scratch';
import { expectGreen } from '../expect-green.ts';

const nodeModules = fileURLToPath(new URL('../../../../../node_modules', import.meta.url));
const workload = fileURLToPath(new URL('workload.ts', import.meta.url));

const testsPerFile = 25;

/** A workspace of integration tests, each of which does the benchmark's work in its sandbox. */
export interface ManyTests {
  readonly folder: string;
  readonly count: number;
}

export async function makeTests(files: number): Promise<ManyTests> {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-bench-database-'));
  const tests = join(folder, 'libs/many/src/integration');
  await mkdir(tests, { recursive: true });
  await symlink(nodeModules, join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "workspaces": ["libs/*"] }');
  await writeFile(join(folder, 'nx.json'), '{}');
  await writeFile(join(folder, 'vitest.config.ts'), config);
  await writeFile(join(folder, 'libs/many/package.json'), '{ "name": "many", "type": "module" }');
  await writeFile(join(tests, 'fixtures.ts'), fixtures);
  for (let number = 0; number < files; number += 1)
    await writeFile(join(tests, `file-${number}.spec.ts`), spec);
  return { folder, count: files * testsPerFile };
}

/** Runs them, from the start of the process to its end. */
export async function runTests({ folder, count }: ManyTests, workers: number): Promise<void> {
  const vitest = join(nodeModules, 'vitest/vitest.mjs');
  const args = [vitest, 'run', `--maxWorkers=${workers}`, '--reporter=dot'];
  const ended = await runInScratch(process.execPath, args, { cwd: folder, env: { CI: 'true' } });
  expectGreen(ended);
  if (!new RegExp(`Tests +${count} passed`).test(ended.output))
    throw new Error(`Not all ${count} tests ran. Expected all to pass:\n${ended.output}`);
}

export async function removeTests({ folder }: ManyTests): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

const config = `import { vouchConfig } from '@vouch/nx/vitest';
export default vouchConfig(import.meta.dirname);`;

const fixtures = `import { componentTest } from '@vouch/testing';
import { entities, migrations } from '${workload}';
export { work } from '${workload}';
export const test = componentTest({ entities, migrations });`;

const spec = `import { expect } from 'vitest';
import { test, work } from './fixtures.ts';
test.for(Array.from({ length: ${testsPerFile} }, (_, number) => number))('makes a membership (%i)', async (_, { em }) => {
  expect(await work(em)).toBe(1);
});`;
