import { expect, test } from 'vitest';
import type { ModuleReport } from './module-report.ts';
import { type EndedTask, TaskLedger } from './task-ledger.ts';
import type { VitestTask } from './vitest-task.ts';

const task = (id: string): VitestTask => ({
  id,
  project: id,
  projectRoot: id,
  level: 'unit',
  hash: undefined,
  hashedInputs: undefined,
  files: [],
  misnamed: [],
  resultFile: '',
});
const report = (file: string): ModuleReport => ({ file, module: undefined, errors: [], logs: [] });

function ledgerOf(plans: Record<string, string[]>): { ledger: TaskLedger; ended: EndedTask[] } {
  const ended: EndedTask[] = [];
  const planned = Object.entries(plans).map(([id, files]) => ({ task: task(id), files }));
  return { ledger: new TaskLedger(planned, (one) => ended.push(one)), ended };
}

test('a task ends when the last of its files has ended', () => {
  const { ledger, ended } = ledgerOf({ a: ['a1', 'a2'], b: ['b1'] });
  ledger.moduleEnded(report('a2'));
  expect(ended).toEqual([]);
  ledger.moduleEnded(report('b1'));
  ledger.moduleEnded(report('a1'));
  expect(ended.map((one) => one.task.id)).toEqual(['b', 'a']);
});

test('ignores files that no task planned', () => {
  const { ledger, ended } = ledgerOf({ a: ['a1'] });
  ledger.moduleEnded(report('elsewhere'));
  expect(ended).toEqual([]);
});

test('a late error ends its task again, with the error', () => {
  const { ledger, ended } = ledgerOf({ a: ['a1'], b: ['b1'] });
  ledger.moduleEnded(report('a1'));
  ledger.moduleEnded(report('b1'));
  ledger.errorAfterEnd('a1', { message: 'late' });
  expect(ended.map((one) => [one.task.id, one.reports[0]?.errors.length])).toEqual([
    ['a', 0],
    ['b', 0],
    ['a', 1],
  ]);
});

test('an error without a file counts against every task', () => {
  const { ledger, ended } = ledgerOf({ a: ['a1'], b: ['b1'] });
  ledger.moduleEnded(report('a1'));
  ledger.moduleEnded(report('b1'));
  ledger.errorOfAll({ message: 'from nowhere' });
  expect(ended.slice(2).map((one) => one.reports[0]?.errors[0]?.message)).toEqual([
    'from nowhere',
    'from nowhere',
  ]);
});

test('a lost file ends its task with the reason', () => {
  const { ledger, ended } = ledgerOf({ a: ['a1'] });
  ledger.fileLost('a1', 'The worker died');
  expect(ended[0]?.reports[0]).toMatchObject({ module: undefined, errors: [{ message: 'The worker died' }] });
});
