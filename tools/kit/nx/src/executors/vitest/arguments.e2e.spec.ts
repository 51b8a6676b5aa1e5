import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, describe, expect, test } from 'vitest';

const named = (name: string) => `import { test } from 'vitest'; test('${name}', () => {});`;

describe('what is typed after --', () => {
  const workspace = new ScratchWorkspace()
    .library('colours', {
      'src/red.spec.ts': `import { test } from 'vitest'; test('is red', { tags: 'slow' }, () => {});`,
      'src/green.spec.ts': named('is green'),
      'src/blue.spec.ts': named('is blue'),
    })
    .library('numbers', { 'src/one.spec.ts': named('is one'), 'src/two.spec.ts': named('is two') });

  afterAll(() => workspace[Symbol.dispose]());

  const run = (...args: string[]) => workspace.nx(['run-many', '-t', 'unit', '--', ...args]);

  test('-t runs the tests of that name and does not fail a library without one', async () => {
    const { code, output } = await run('-t', 'is red');
    expect(code).toBe(0);
    expect(output).toContain('2 tasks, 5 files: 1 passed, 4 skipped');
  });

  test('-t without any match fails every task with a message', async () => {
    const { code, output } = await run('-t', 'is nothing');
    expect(code).toBe(1);
    expect(output).toContain('No test matches the arguments after --');
    expect(output).toContain('No unit test of @demo/numbers matches the arguments after --');
  });

  test('--tags-filter accepts the tag of the level and those of the test', async () => {
    const { code, output } = await run('--tags-filter=unit && slow');
    expect(code).toBe(0);
    expect(output).toContain('1 passed, 4 skipped');
  });

  test('--tags-filter with an undeclared tag fails and lists the declared ones', async () => {
    const { code, output } = await run('--tags-filter=quick');
    expect(code).toBe(1);
    expect(output).toMatch(/quick[^]*integration/);
  });

  test('part of a path runs the files whose path contains it', async () => {
    const { code, output } = await run('numbers/src/one');
    expect(code).toBe(0);
    expect(output).toContain('1 task, 1 file: 1 passed');
  });

  test('the shards of a run contain every file once', async () => {
    const shards = [await run('--shard=1/2'), await run('--shard=2/2')];
    expect(shards.map(({ code }) => code)).toEqual([0, 0]);
    const passed = shards.map(({ output }) => Number(/: (\d+) passed/.exec(output)?.[1] ?? 0));
    expect(passed.reduce((sum, number) => sum + number)).toBe(5);
  });

  test.each([
    ['--shard=3/2', '--shard=3/2 is not a shard'],
    ['--watch', '--watch needs one project and one level'],
    ['--root=elsewhere', '--root cannot be passed to Vitest'],
    ['--nonesuch', 'nonesuch'],
  ])('%s fails with the expectation', async (argument, message) => {
    const { code, output } = await run(argument);
    expect(code).toBe(1);
    expect(output).toContain(message);
  });
});

describe('options that change how tests run', () => {
  test('--update writes snapshots, --retry tries again, --seed repeats the order', async () => {
    using workspace = new ScratchWorkspace().library('mixed', {
      'src/snapshot.spec.ts': `import { expect, test } from 'vitest'; test('is kept', () => { expect(7).toMatchInlineSnapshot('8'); });`,
      'src/flaky.spec.ts': `import { expect, test } from 'vitest'; let tries = 0; test('is flaky', () => { tries += 1; expect(tries).toBe(3); });`,
      'src/order.spec.ts': `import { test } from 'vitest'; test.for([1,2,3,4,5,6,7,8])('number %i', (n) => { console.log('ran ' + n); });`,
    });
    const order = ({ output }: { output: string }) => output.match(/ran \d/g)?.join();
    const plain = await workspace.nx(['unit', '@demo/mixed', '--', '--seed=1']);
    expect(plain.code).toBe(1);
    const first = await workspace.nx(['unit', '@demo/mixed', '--', '--update', '--retry=2', '--seed=42']);
    expect(first.code).toBe(0);
    expect(first.output).toContain('repeat it with: -- --seed=42');
    expect(first.output).toContain('! passed only on a retry: is flaky');
    expect(first.output).not.toContain('FAIL');
    const source = readFileSync(join(workspace.path, 'libs/mixed/src/snapshot.spec.ts'), 'utf8');
    expect(source).toContain('toMatchInlineSnapshot(`7`)');
    const second = await workspace.nx([
      'unit',
      '@demo/mixed',
      '--skip-nx-cache',
      '--',
      '--retry=2',
      '--seed=42',
    ]);
    expect(order(second)).toBe(order(first));
    expect(order(second)).not.toBe(order(plain));
  });
});
