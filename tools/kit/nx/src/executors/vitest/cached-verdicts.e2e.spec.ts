import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunOutput } from '../../../proof/run-output.ts';

const head = `import { describe, expect, test } from 'vitest';`;
const passes = `test('passes', () => {});`;
const fails = `() => { expect.unreachable('it fails'); }`;
const needsNetwork = `test('needs the network', { tags: 'network' }, ${fails});`;
const skipped = `test.skip('is skipped', ${fails});`;

const unit = (library: string) => `@demo/${library}:unit`;

/** One library for each way in which a result may hide a skipped test or an input. */
const libraries: Record<string, string[]> = {
  whole: [passes],
  waiting: [passes, needsNetwork],
  focused: [`test.only('passes', () => {});`, `test('fails', ${fails});`],
  skipping: [passes, skipped],
  explained: [
    passes,
    `test.skip('is skipped', { meta: { skipReason: 'until the bank answers' } }, ${fails});`,
    `describe.skip('a suite', { meta: { skipReason: 'until the shop opens' } }, () => { test('in it', ${fails}); });`,
    `test('skips itself', ({ skip }) => skip('not on Sundays'));`,
  ],
  'all-skipped': [skipped],
  'all-pending': [`test.todo('is pending');`],
  'all-waiting': [needsNetwork],
};

describe('a run, a repeated run, and a run on another machine', () => {
  const workspace = new ScratchWorkspace();
  let first: RunOutput, again: RunOutput, inCi: RunOutput, connected: RunOutput;

  beforeAll(async () => {
    for (const [name, tests] of Object.entries(libraries))
      workspace.library(name, { 'src/it.spec.ts': [head, ...tests].join('\n') });
    const all = ['run-many', '-t', 'test', '--output-style=static'];
    first = new RunOutput(await workspace.nx(all));
    again = new RunOutput(await workspace.nx(all));
    inCi = new RunOutput(await workspace.nx(all, { CI: 'true' }));
    connected = new RunOutput(await workspace.nx(all, { TEST_NETWORK: '1' }));
  }, 300_000);

  afterAll(() => workspace[Symbol.dispose]());

  test('only complete results come from the cache', () => {
    const names = Object.keys(libraries);
    expect(names.filter((name) => first.passed(unit(name)))).toEqual([
      ...['whole', 'waiting', 'focused', 'skipping', 'explained'],
    ]);
    expect(names.filter((name) => again.passed(unit(name)))).toEqual(
      names.filter((name) => first.passed(unit(name))),
    );
    expect(names.filter((name) => again.isCached(unit(name)))).toEqual(['whole']);
    expect(names.filter((name) => again.isCached(`@demo/${name}:test`))).toEqual(['whole']);
  });

  test('a local result never counts as a result of CI', () => {
    expect(inCi.cached()).toEqual([]);
    expect(Object.keys(libraries).filter((name) => inCi.passed(unit(name)))).toEqual([
      ...['whole', 'waiting', 'explained'],
    ]);
  });

  test('a new capability runs the tests that were waiting for it, even in a level without needs', () => {
    expect(connected.cached()).toEqual([]);
    expect(connected.passed(unit('waiting'))).toBe(false);
    expect(connected.of(unit('waiting'))).toContain('it fails');
  });

  test('skipped tests are listed with their reason', () => {
    expect(first.output).toContain('4 tasks will run again, because');
    expect(first.of(unit('waiting'))).toContain('1 passed, 1 not run: no network');
    expect(first.of(unit('skipping'))).toContain('↓ is skipped: skipped without a reason');
    expect(first.of(unit('explained'))).toContain('↓ is skipped: until the bank answers');
    expect(first.of(unit('explained'))).toContain('↓ a suite > in it: until the shop opens');
    expect(first.of(unit('explained'))).toContain('↓ skips itself: not on Sundays');
  });

  test.each([
    ['all-skipped', '1 skipped'],
    ['all-pending', '1 pending'],
    ['all-waiting', '1 not run: no network'],
  ])('a task without a running test fails: %s', (name, counts) => {
    expect(first.of(unit(name))).toContain(`nothing ran: ${counts}`);
  });
});

describe('uncached results', () => {
  const workspace = new ScratchWorkspace().library('it', {
    'src/it.spec.ts': [head, passes, skipped].join('\n'),
  });
  afterAll(() => workspace[Symbol.dispose]());

  const twice = async (...args: string[]) => {
    await workspace.nx(args);
    return new RunOutput(await workspace.nx(args));
  };

  test('of narrowed runs, which need no reasons for skipped tests', async () => {
    const narrowed = await twice('unit', '@demo/it', '--', '-t', 'passes');
    expect(narrowed.code).toBe(0);
    expect(narrowed.cached()).toEqual([]);
    expect(narrowed.output).not.toContain('without a reason');
  });

  test('of incomplete tasks that run without a batch', async () => {
    const alone = await twice('test', '@demo/it', '--batch=false');
    expect(alone.code).toBe(0);
    expect(alone.cached()).toEqual([]);
  });
});

describe('the cache key of a task', () => {
  test('contains code in a folder that is named like a level', async () => {
    using workspace = new ScratchWorkspace().library('it', {
      'src/security/verify.ts': 'export const verify = () => true;',
      'src/it.spec.ts': `${head} import { verify } from './security/verify.ts'; test('verifies', () => { expect(verify()).toBe(true); });`,
    });
    expect(await workspace.nx(['unit', '@demo/it'])).toMatchObject({ code: 0 });
    workspace.write('libs/it/src/security/verify.ts', 'export const verify = () => false;');
    expect(await workspace.nx(['unit', '@demo/it'])).toMatchObject({ code: 1 });
  });

  test('contains the tests of its level beside the code, and no others', async () => {
    const file = (name: string) => `${head} test('${name}', () => {});`;
    using workspace = new ScratchWorkspace().library('it', {
      'src/it.spec.ts': file('unit'),
      'src/it.smoke.spec.ts': file('smoke'),
    });
    workspace.editJson('nx.json', (nxJson) => ({
      ...nxJson,
      plugins: [{ plugin: '@vouch/nx', options: { levels: { smoke: { needs: [] } } } }],
    }));
    const run = async () => new RunOutput(await workspace.nx(['run-many', '-t', 'unit', 'smoke'])).cached();
    await run();
    workspace.write('libs/it/src/it.smoke.spec.ts', file('another'));
    expect(await run()).toEqual(['@demo/it:unit']);
    workspace.write('libs/it/src/it.spec.ts', file('another'));
    expect(await run()).toEqual(['@demo/it:smoke']);
  });

  test('contains a variable that the package declares', async () => {
    using workspace = new ScratchWorkspace()
      .library('it', {
        'src/it.spec.ts': `${head} test('reads', () => { expect(process.env.CURRENCY).toBe('EUR'); });`,
      })
      .editJson('libs/it/package.json', (manifest) => ({
        ...manifest,
        vouch: { inputs: { unit: [{ env: 'CURRENCY' }] } },
      }));
    const unit = (CURRENCY: string) => workspace.nx(['unit', '@demo/it'], { CURRENCY });
    expect(await unit('EUR')).toMatchObject({ code: 0 });
    expect(new RunOutput(await unit('EUR')).cached()).toEqual(['@demo/it:unit']);
    expect(await unit('USD')).toMatchObject({ code: 1 });
  });
});

test('a test file with another ending fails its level with a command that renames it', async () => {
  using workspace = new ScratchWorkspace().library('it', {
    'src/it.spec.ts': `${head} ${passes}`,
    'src/never.test.ts': `${head} test('never runs', ${fails});`,
  });
  const { code, output } = await workspace.nx(['unit', '@demo/it']);
  expect(code).toBe(1);
  expect(output).toContain('git mv libs/it/src/never.test.ts libs/it/src/never.spec.ts');
});
