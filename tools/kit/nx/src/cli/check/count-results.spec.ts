import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countResults } from './count-results.ts';

test('adds up the results of all tasks and counts pending tests as skipped', async () => {
  const root = await mkdtemp(join(tmpdir(), 'vouch-results-'));
  onTestFinished(() => rm(root, { recursive: true }));
  expect(countResults(root)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  const write = async (project: string, level: string, ...outcomes: string[]) => {
    const folder = join(root, '.vouch/results', project);
    await mkdir(folder, { recursive: true });
    const tests = outcomes.map((outcome) => ({ outcome }));
    await writeFile(join(folder, `${level}.json`), JSON.stringify({ tests }));
  };
  await write('@demo/a', 'unit', 'passed', 'passed', 'failed');
  await write('@demo/b', 'integration', 'passed', 'skipped', 'pending');
  expect(countResults(root)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});
