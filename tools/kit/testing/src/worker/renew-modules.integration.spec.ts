import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runScratch, type ScratchResult } from '../../proof/run-scratch.ts';

const recordingRunner = join(import.meta.dirname, '../usage/worker/index.ts');

const files: Readonly<Record<string, string>> = {
  'runner.mjs': `
    export { RecordingRunner as default } from ${JSON.stringify(recordingRunner)};
    let count = 0;
    export const nextOfRunner = () => (count += 1);`,
  'libs/state.ts': `
    export const registry = new Map();
    export const settings = { rate: 1 };
    export class Rule {}
    let count = 0;
    export const next = () => (count += 1);`,
  'libs/there.ts': `import { back } from './back.ts'; export const there = () => back; export const calls = [];`,
  'libs/back.ts': `import { there } from './there.ts'; export const back = 'back'; export const again = () => there();`,
  'libs/lazy.ts': `export const load = async () => (await import('./state.ts')).next();`,
  'libs/mocked.ts': `import { next } from './state.ts'; export const mocked = () => next();`,
  'libs/node_modules/counter/index.mjs': `let count = 0; export const next = () => (count += 1);`,
  'libs/node_modules/typed/package.json': `{ "name": "typed", "type": "module", "exports": "./index.ts" }`,
  'libs/node_modules/typed/index.ts': `let count: number = 0; export const nextTyped = (): number => (count += 1);`,
  'libs/1-uses.spec.ts': `
    import { next as nextOfPackage } from 'counter';
    import { nextTyped } from 'typed';
    import { expect, test } from 'vitest';
    import { nextOfRunner } from '../runner.mjs';
    import { again } from './back.ts';
    import { load } from './lazy.ts';
    import { next, registry, Rule, settings } from './state.ts';
    import { calls } from './there.ts';
    test('changes what modules keep', async () => {
      registry.set('left', true);
      settings.rate = 9;
      calls.push(again());
      expect([next(), await load(), nextOfPackage(), nextTyped()]).toEqual([1, 2, 1, 1]);
      expect(nextOfRunner()).toBe(1);
      expect(calls).toEqual(['back']);
      expect((await import('./state.ts')).Rule).toBe(Rule);
    });`,
  'libs/2-mocks.spec.ts': `
    /** @module${'-tag'} leaky */
    import { expect, test, vi } from 'vitest';
    import { mocked } from './mocked.ts';
    vi.mock('./state.ts', () => ({ next: () => 'mocked' }));
    test('sees its mock', () => { expect(mocked()).toBe('mocked'); });`,
  'libs/3-does-not-load.spec.ts': `
    import { next, registry } from './state.ts';
    registry.set('left', next());
    throw new Error('does not load');`,
  'libs/nested/4-finds-nothing.spec.ts': `
    import { next as nextOfPackage } from 'counter';
    import { nextTyped } from 'typed';
    import { expect, test } from 'vitest';
    import { nextOfRunner } from '../../runner.mjs';
    import { again } from '../back.ts';
    import { load } from '../lazy.ts';
    import { mocked } from '../mocked.ts';
    import { next, registry, Rule, settings } from '../state.ts';
    import { calls } from '../there.ts';
    test('finds modules as they begin', async () => {
      expect([registry.size, settings.rate, calls]).toEqual([0, 1, []]);
      expect([next(), mocked(), await load()]).toEqual([1, 2, 3]);
      expect(again()).toBe('back');
      expect((await import('../state.ts')).Rule).toBe(Rule);
    });
    test('shares packages', () => { expect([nextOfPackage(), nextTyped()]).toEqual([2, 2]); });
    test('shares what was loaded before the first file', () => { expect(nextOfRunner()).toBe(2); });`,
};

let results: Readonly<Record<string, ScratchResult>>;
let output: string;

beforeAll(async () => {
  ({ results, output } = await runScratch(files));
}, 30_000);

test.each(['libs/1-uses.spec.ts', 'libs/2-mocks.spec.ts', 'libs/nested/4-finds-nothing.spec.ts'])(
  '%s passes: modules of the workspace are evaluated for each file, packages once',
  (file) => {
    expect(results[file] ?? output).toMatchObject({ status: 'passed', message: '', tests: {} });
  },
);

test('a file that does not load is distinguished from a leaking one', () => {
  expect(results['libs/3-does-not-load.spec.ts']?.message).toContain('does not load');
});
