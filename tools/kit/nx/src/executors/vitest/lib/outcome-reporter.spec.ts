import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestModule } from 'vitest/node';
import { expect, onTestFinished, test } from 'vitest';
import { ResultJournal } from './result-journal.ts';
import type { ModuleReport } from './module-report.ts';
import { OutcomeReporter } from './outcome-reporter.ts';
import type { VitestTask } from './vitest-task.ts';

const moduleOf = (root: string) => {
  const module = { ok: () => true, meta: () => ({}), moduleId: join(root, 'a.spec.ts') };
  const passed = {
    module,
    fullName: 'passes',
    tags: [],
    options: {},
    meta: () => ({}),
    diagnostic: () => undefined,
    result: () => ({ state: 'passed' }),
  };
  return { ...module, children: { allTests: () => [passed] } } as unknown as TestModule;
};

test('a task that fails by a late error is not kept for the run after a stopped one', () => {
  const root = mkdtempSync(join(tmpdir(), 'vouch-outcomes-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const resultFile = join(root, 'unit.json');
  const task: VitestTask = {
    ...{ id: 'a:unit', project: 'a', projectRoot: 'a', level: 'unit', hash: '42', hashedInputs: undefined },
    ...{ files: [], misnamed: [], resultFile },
  };
  const typed = {
    options: {},
    filters: [],
    shard: undefined,
    promises: undefined,
    narrowed: false,
    filtered: false,
    byName: false,
  };
  const workspace = { ownerOf: () => undefined, isIgnored: () => false, exists: () => false };
  const inputs = { levels: [], workspace };
  const journal = new ResultJournal(root, true);
  const reported: boolean[] = [];
  const settings = { root, typed, required: [], ci: false, inputs, reuse: true, print: () => undefined };
  const outcomes = new OutcomeReporter(settings, journal, ({ success }) => reported.push(success));
  const report: ModuleReport = {
    file: join(root, 'a.spec.ts'),
    module: moduleOf(root),
    errors: [],
    logs: [],
  };

  outcomes.taskEnded({ task, reports: [report] });
  expect(journal.load(task)).toBeDefined();
  outcomes.taskEnded({ task, reports: [{ ...report, errors: [{ message: 'late' }] }] });
  expect(journal.load(task)).toBeUndefined();
  expect(reported).toEqual([true, false]);
});
