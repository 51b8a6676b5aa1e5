import { expect, test } from 'vitest';
import { blame, currentRecord, type GuardRecord, onBehalfOf, outlive } from './record.ts';
import { rulesOf } from './rules.ts';

function record(subject: string, file?: GuardRecord): GuardRecord {
  const common = {
    filepath: '/a.spec.ts',
    level: 'unit',
    rules: rulesOf('unit'),
    problems: [],
    resources: new Map(),
    ended: false,
  };
  return file ? { ...common, subject, file } : { ...common, subject };
}

const problem = { what: 'sang', fix: 'Hush.' };

test('code that runs for a test can find its record, even later', async () => {
  const one = record('one');
  const two = record('two');
  const seen = await Promise.all(
    [one, two].map((each) =>
      onBehalfOf(each, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return currentRecord();
      }),
    ),
  );
  expect(seen).toEqual([one, two]);
  expect(onBehalfOf(one, () => outlive(() => currentRecord()))).toBeUndefined();
});

test('a running test reports its own problem', () => {
  const running = record('one');
  blame(running, problem);
  expect(running.problems).toEqual([problem]);
});

test('the file reports the problem of an ended test, with the name of the test', () => {
  const file = record('a.spec.ts');
  const ended = Object.assign(record('the test "one"', file), { ended: true });
  blame(ended, problem);
  expect(ended.problems).toEqual([]);
  expect(file.problems).toMatchObject([{ what: 'sang, left over by the test "one" of /a.spec.ts' }]);
});
