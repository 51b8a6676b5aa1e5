import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestModule } from 'vitest/node';
import { expect, onTestFinished, test } from 'vitest';
import { Journal } from './journal.ts';
import type { ModuleReport } from './module-report.ts';
import { OutcomeTeller } from './outcome-teller.ts';
import type { VitestTask } from './vitest-task.ts';

const moduleOf = (root: string) => {
  const module = { ok: () => true, moduleId: join(root, 'a.spec.ts') };
  const passed = {
    module,
    fullName: 'passes',
    tags: [],
    options: {},
    meta: () => ({}),
    result: () => ({ state: 'passed' }),
  };
  return { ...module, children: { allTests: () => [passed] } } as unknown as TestModule;
};

test('a task that passed, and then fails by a late error, is not kept for the run after a stopped one', () => {
  const root = mkdtempSync(join(tmpdir(), 'vouch-teller-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const resultFile = join(root, 'unit.json');
  const task: VitestTask = {
    ...{ id: 'a:unit', project: 'a', projectRoot: 'a', level: 'unit', hash: '42', files: [], resultFile },
  };
  const typed = { options: {}, filters: [], shard: undefined, narrowed: false };
  const journal = new Journal(root, true);
  const told: boolean[] = [];
  const settings = { root, typed, required: [], reuse: true, say: () => undefined };
  const teller = new OutcomeTeller(settings, journal, ({ success }) => told.push(success));
  const report: ModuleReport = {
    file: join(root, 'a.spec.ts'),
    module: moduleOf(root),
    errors: [],
    logs: [],
  };

  teller.taskEnded({ task, reports: [report] });
  expect(journal.recall(task)).toBeDefined();
  teller.taskEnded({ task, reports: [{ ...report, errors: [{ message: 'late' }] }] });
  expect(journal.recall(task)).toBeUndefined();
  expect(told).toEqual([true, false]);
});
