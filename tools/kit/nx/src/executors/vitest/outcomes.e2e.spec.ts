import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const passing = `import { test } from 'vitest'; test('is good', { meta: { promise: 'Good.get#returns' } }, () => {});`;
const failing = `import { expect, test } from 'vitest';

test('is bad', () => {
  console.log('on the way');
  expect({ answer: 41 }).toEqual({ answer: 42 });
});
`;

describe('one run over libraries with different outcomes', () => {
  const workspace = new ScratchWorkspace()
    .library('good', { 'src/good.spec.ts': passing })
    .library('bad', { 'src/bad.spec.ts': failing, 'src/fine.spec.ts': passing })
    .library('unparsable', { 'src/unparsable.spec.ts': 'const = 1;' })
    .library('empty', { 'src/empty.spec.ts': 'export {};' })
    .library('killed', {
      'src/killed.spec.ts': `import { test } from 'vitest'; test('dies', () => { process.kill(process.pid, 'SIGKILL'); });`,
    })
    .library('outside', {
      'src/outside.spec.ts': `import { test } from 'vitest';
        setTimeout(() => { throw new Error('thrown outside a test'); });
        test('waits', () => new Promise((resolve) => setTimeout(resolve, 20)));`,
    })
    .library('unprepared', {
      'src/unprepared.spec.ts': `import { beforeAll, describe, test } from 'vitest';
        describe('a shop', () => {
          beforeAll(() => { throw new Error('no database'); });
          test('opens', () => {});
          describe('on Sundays', () => { test('stays closed', () => {}); });
          test.skip('moves', () => {});
        });`,
    })
    .library('untested', {})
    .write('libs/untested/project.json', {
      name: '@demo/untested',
      targets: { unit: { executor: '@vouch/nx:vitest', options: { level: 'unit' } } },
    });
  let output = '';
  let outputOf: (project: string) => string;

  beforeAll(async () => {
    const ended = await workspace.nx(['run-many', '-t', 'unit', '--output-style=static']);
    output = ended.output;
    expect(ended.code).toBe(1);
    outputOf = (project) => section(output, `@demo/${project}:unit`);
  });

  afterAll(() => workspace[Symbol.dispose]());

  test('each library gets the outcome of its tests', () => {
    const failed = ['bad', 'empty', 'killed', 'outside', 'unparsable', 'unprepared', 'untested'];
    expect(output.match(/^- @demo\/\w+:unit$/gm)?.toSorted()).toEqual(
      failed.map((name) => `- @demo/${name}:unit`),
    );
    expect(outputOf('good')).toContain('1 passed');
  });

  test('a failure shows the diff, the code frame and the output of the test', () => {
    expect(outputOf('bad')).toContain('-   "answer": 42,\n+   "answer": 41,');
    expect(outputOf('bad')).toContain('5|   expect({ answer: 41 }).toEqual({ answer: 42 });');
    expect(outputOf('bad')).toContain('on the way');
    expect(outputOf('bad')).toContain('1 passed, 1 failed');
  });

  test('a syntax error is shown at its position', () => {
    expect(outputOf('unparsable')).toMatch(/unparsable\.spec\.ts[^]*const = 1/);
  });

  test('a file without tests fails', () => {
    expect(outputOf('empty')).toContain('No test suite found');
  });

  test('names the file that was running when its worker died, and fails no other file', () => {
    expect(outputOf('killed')).toContain('The worker died while it ran this file');
    expect(output.match(/The worker died/g)).toHaveLength(1);
  });

  test('an error outside any test fails the file that it came from', () => {
    expect(outputOf('outside')).toContain('thrown outside a test');
    expect(output.match(/Error: thrown outside a test/g)).toHaveLength(1);
  });

  test('tests after a failed hook are listed as not run, and a skipped one still needs a reason', () => {
    const lines = outputOf('unprepared').match(/↓ a shop.*$/gm);
    expect(lines?.toSorted()).toEqual([
      expect.stringContaining('↓ a shop > moves: skipped without a reason'),
      '↓ a shop > on Sundays > stays closed: did not run, because a beforeAll hook of "a shop" failed',
      '↓ a shop > opens: did not run, because a beforeAll hook of "a shop" failed',
    ]);
    expect(outputOf('unprepared')).toContain('Error: no database');
  });

  test('a task without test files fails and names the expected paths', () => {
    expect(outputOf('untested')).toContain('Expected libs/untested/src/unit/*.spec.ts');
  });

  test('prints the totals of a level once', () => {
    expect(output).toMatch(/^ unit +7 tasks, 8 files: 3 passed, 1 failed, 3 skipped$/m);
  });

  test('a result file per task holds each test with its meta', () => {
    const results = JSON.parse(
      readFileSync(join(workspace.path, '.vouch/results/libs/good/unit.json'), 'utf8'),
    ) as object;
    expect(results).toEqual({
      project: '@demo/good',
      level: 'unit',
      tests: [
        {
          file: 'libs/good/src/good.spec.ts',
          name: 'is good',
          outcome: 'passed',
          tags: ['unit'],
          meta: { promise: 'Good.get#returns' },
        },
      ],
    });
  });

  test('the next run takes passed tasks from the cache and repeats failed ones', async () => {
    const again = await workspace.nx(['run-many', '-t', 'unit', '-p', '@demo/good', '@demo/bad']);
    expect(again.code).toBe(1);
    expect(again.output).toMatch(/@demo\/good:unit +\[(local cache|existing outputs)/);
    expect(section(again.output, '@demo/bad:unit')).toContain('1 passed, 1 failed');
  });

  test('without a batch the outcomes are the same', async () => {
    const projects = ['@demo/good', '@demo/bad', '@demo/killed', '@demo/outside'];
    const { code, output: alone } = await workspace.nx([
      ...[
        'run-many',
        '-t',
        'unit',
        '-p',
        ...projects,
        '--batch=false',
        '--skip-nx-cache',
        '--output-style=static',
      ],
    ]);
    expect(code).toBe(1);
    expect(alone.match(/^- @demo\/\w+:unit$/gm)?.toSorted()).toEqual(
      ['bad', 'killed', 'outside'].map((name) => `- @demo/${name}:unit`),
    );
    expect(existsSync(join(workspace.path, '.vouch/results/libs/bad/unit.json'))).toBe(true);
  });
});

/** Returns Nx's output below the heading of a task. */
function section(output: string, task: string): string {
  const parts = output.split(/^(?=> nx run |✔ {2}nx run |✖ {2}nx run )/m);
  return parts.filter((part) => part.split('\n', 1)[0]?.includes(task)).join('');
}
