import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clone } from '../../proof/trees/clone.ts';
import { changesIn } from '../../proof/trees/interruption/workspace.ts';

const patient = { timeout: 120_000 };
const preload = join(import.meta.dirname, '../../proof/trees/interruption/kill-at.mjs');
let clone: Clone;

beforeAll(() => {
  clone = new Clone();
});
afterAll(() => {
  clone[Symbol.dispose]();
});

function shared(): string {
  return ['tsconfig.json', 'package-lock.json']
    .map((path) => readFileSync(join(clone.path, path), 'utf8'))
    .join('');
}

function killedAt(at: number, ...args: readonly string[]) {
  const env = { NODE_OPTIONS: `--import=${preload}`, KILL_ROOT: clone.path, KILL_AT: `${at}` };
  return clone.runWith(env, 'nx', ...args);
}

test(
  'a generator killed while Nx writes leaves no changes after the next generator has run',
  patient,
  async () => {
    const before = shared();
    const whole = await killedAt(0, 'g', 'component', 'whole');
    expect(whole).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'remove-component', 'whole')).toMatchObject({ code: 0 });
    const middle = Math.floor(changesIn(whole) * 0.7);
    expect(await killedAt(middle, 'g', 'component', 'killed')).toMatchObject({ code: null });
    expect(readdirSync(join(clone.path, 'libs'))).toContain('killed');

    const { code, output } = await clone.run('nx', 'g', 'test-skeleton', 'killed');
    expect(code).toBe(1);
    expect(output).toMatch(
      /A generator was stopped while it wrote[^]*libs\/killed\/[^]*There is no component "killed"/,
    );
    expect(readdirSync(join(clone.path, 'libs'))).not.toContain('killed');
    expect(shared()).toBe(before);
  },
);

test('two generators at the same time both complete', patient, async () => {
  const names = ['first', 'second'];
  const runs = await Promise.all(names.map((name) => clone.run('nx', 'g', 'component', name)));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  for (const name of names) {
    expect(readdirSync(join(clone.path, 'libs', name)).toSorted()).toEqual(['app', 'contract', 'test']);
    expect(shared()).toContain(`"path": "./libs/${name}/app"`);
    expect(shared()).toContain(`"node_modules/@acme/${name}-test"`);
  }
});
