import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nodeModules = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const workload = fileURLToPath(new URL('workload.ts', import.meta.url));

const files = 63;
const testsPerFile = 25;
export const testCount = files * testsPerFile;

/** A folder of 1,575 tests, each of which does the benchmark's work in its sandbox. */
export async function makeTests(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-bench-database-'));
  await symlink(nodeModules, join(folder, 'node_modules'));
  await writeFile(join(folder, 'vitest.config.mjs'), config);
  await writeFile(join(folder, 'fixtures.ts'), fixtures);
  for (let number = 0; number < files; number += 1)
    await writeFile(join(folder, `file-${number}.spec.ts`), spec);
  return folder;
}

/** Runs them, from the start of the process to its end; returns milliseconds. */
export async function runTests(folder: string, workers: number): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const args = [join(nodeModules, 'vitest/vitest.mjs'), 'run', `--maxWorkers=${workers}`];
    execFile(
      process.execPath,
      args,
      { cwd: folder, env: { ...process.env, CI: 'true' } },
      (error, out, err) => {
        if (error === null) resolve();
        else reject(new Error(`The tests of the benchmark failed:\n${out}${err}`));
      },
    );
  });
  const time = performance.now() - start;
  await expectAllPassed(folder);
  return time;
}

export async function removeTests(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function expectAllPassed(folder: string): Promise<void> {
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as {
    numPassedTests: number;
  };
  if (report.numPassedTests !== testCount)
    throw new Error(`${report.numPassedTests} of ${testCount} tests passed.`);
}

const config = `export default { test: {
  name: 'integration', include: ['*.spec.ts'], pool: 'forks', isolate: false, setupFiles: ['@vouch/testing/guards'],
  sequence: { shuffle: { files: true, tests: true } }, reporters: ['dot', ['json', { outputFile: 'report.json' }]],
} };`;

const fixtures = `import { componentTest } from '@vouch/testing';
import { entities, migrations } from '${workload}';
export { work } from '${workload}';
export const test = componentTest({ entities, migrations });`;

const spec = `import { expect } from 'vitest';
import { test, work } from './fixtures.ts';
test.for(Array.from({ length: ${testsPerFile} }, (_, number) => number))('makes a membership (%i)', async (_, { em }) => {
  expect(await work(em)).toBe(1);
});`;
