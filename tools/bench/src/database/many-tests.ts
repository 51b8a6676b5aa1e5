import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nodeModules = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
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

/** Runs them, from the start of the process to its end; returns milliseconds. */
export async function runTests({ folder, count }: ManyTests, workers: number): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const reporters = ['--reporter=dot', '--reporter=json', '--outputFile.json=report.json'];
    const args = [join(nodeModules, 'vitest/vitest.mjs'), 'run', `--maxWorkers=${workers}`, ...reporters];
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
  await expectAllPassed(folder, count);
  return time;
}

export async function removeTests({ folder }: ManyTests): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function expectAllPassed(folder: string, count: number): Promise<void> {
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as {
    numPassedTests: number;
  };
  if (report.numPassedTests !== count) throw new Error(`${report.numPassedTests} of ${count} tests passed.`);
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
