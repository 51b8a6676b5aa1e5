import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ResultJournal } from './result-journal.ts';
import type { VitestTask } from './vitest-task.ts';

const entry = { output: '1 passed', results: '{"tests":[]}' };

function scratch(): { root: string; task: VitestTask } {
  const root = mkdtempSync(join(tmpdir(), 'vouch-journal-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const resultFile = join(root, '.vouch/results/libs/a/unit.json');
  return {
    root,
    task: {
      id: 'a:unit',
      project: 'a',
      projectRoot: 'libs/a',
      level: 'unit',
      hash: '42',
      hashedInputs: undefined,
      files: [],
      misnamed: [],
      resultFile,
    },
  };
}

test('loads a saved entry with its result file', () => {
  const { root, task } = scratch();
  new ResultJournal(root, true).save(task, entry);
  expect(new ResultJournal(root, true).load(task)).toEqual(entry);
  expect(readFileSync(task.resultFile, 'utf8')).toBe(entry.results);
});

test('another hash is another task', () => {
  const { root, task } = scratch();
  new ResultJournal(root, true).save(task, entry);
  expect(new ResultJournal(root, true).load({ ...task, hash: '43' })).toBeUndefined();
});

test('deletes the entries of tasks that Nx has cached', () => {
  const { root, task } = scratch();
  const journal = new ResultJournal(root, true);
  journal.save(task, entry);
  journal.delete([task]);
  expect(journal.load(task)).toBeUndefined();
});

test('ignores a partially written entry', () => {
  const { root, task } = scratch();
  new ResultJournal(root, true).save(task, entry);
  const folder = join(root, '.vouch/ended');
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '{"output":');
  expect(new ResultJournal(root, true).load(task)).toBeUndefined();
});

test('is unused if the cache is skipped or Nx has no hash', () => {
  const { root, task } = scratch();
  new ResultJournal(root, true).save(task, entry);
  expect(new ResultJournal(root, false).load(task)).toBeUndefined();
  expect(new ResultJournal(root, true).load({ ...task, hash: undefined })).toBeUndefined();
});
