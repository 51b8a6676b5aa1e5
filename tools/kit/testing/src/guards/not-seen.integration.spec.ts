import { beforeAll, expect, test } from 'vitest';
import { runScratch, type ScratchResult } from '../../proof/run-scratch.ts';

const head = `
  import { execFileSync, execSync } from 'node:child_process';
  import fs from 'node:fs';
  import { createRequire } from 'node:module';
  import v8 from 'node:v8';
  import { bus, count, registry } from 'keeps-state';
  import { chai, expect, test } from 'vitest';
  const require = createRequire(import.meta.url);
`;

interface NotSeen {
  readonly does: string;
  /** An expression that is true in the next file, because the change was not detected. */
  readonly found?: string;
}

/** The list in docs/guards.md under "Not seen", each with an action that is not reported. */
const notSeen: Readonly<Record<string, NotSeen>> = {
  'a program on the network': {
    does: `try { execFileSync('bash', ['-c', 'echo x > /dev/udp/192.0.2.1/9'], { stdio: 'ignore' }); } catch {}`,
  },
  'a wait that blocks': {
    does: `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120); execSync('sleep 0.12');`,
  },
  'state inside of a package': { does: `count();`, found: `count() > 1` },
  'a collection of a package': { does: `registry.set('left', 1);`, found: `registry.has('left')` },
  'an instance below an export': { does: `bus.inner.left = 1;`, found: `bus.inner.left === 1` },
  'a module that Node loads': {
    does: `require('./required.cjs').left = 1;`,
    found: `require('./required.cjs').left === 1`,
  },
  'a name that code puts together': { does: `fs['ex' + 'tra'] = 1;`, found: `'extra' in fs` },
  'a module of Node that was not imported': {
    does: `process.getBuiltinModule('node:querystring').escape = () => 'left';`,
    found: `process.getBuiltinModule('node:querystring').escape('x') === 'left'`,
  },
  'a setting that cannot be asked for': { does: `v8.setFlagsFromString('--expose-gc');` },
  'an accessor': {
    does: `Object.defineProperty(fs, 'promises', { get: () => 'left', configurable: true });`,
    found: `fs.promises === 'left'`,
  },
  'a serializer of snapshots': {
    does: `expect.addSnapshotSerializer({ test: (value) => value === 'left', serialize: () => 'LEFT' });`,
    found: `(() => { try { expect('left').toMatchInlineSnapshot('LEFT'); return true; } catch { return false; } })()`,
  },
  'an assertion of Chai': {
    does: `chai.Assertion.addMethod('left', () => undefined);`,
    found: `'left' in chai.Assertion.prototype`,
  },
};

const keepsState = `
  let calls = 0;
  export const count = () => (calls += 1);
  export const registry = new Map();
  export const bus = { inner: new (class Inner {})() };`;

let results: Readonly<Record<string, ScratchResult>>;
let output: string;

beforeAll(async () => {
  const files: Record<string, string> = {
    'n/required.cjs': `module.exports = {};`,
    'n/node_modules/keeps-state/index.mjs': keepsState,
  };
  for (const [index, [, { does, found = 'true' }]] of Object.entries(notSeen).entries()) {
    files[`n/${index + 10}-1.spec.ts`] = `${head} test('does', () => { ${does} });`;
    files[`n/${index + 10}-2.spec.ts`] = `${head} test('finds', () => { expect(${found}).toBe(true); });`;
  }
  ({ results, output } = await runScratch(files));
}, 60_000);

test.each(Object.keys(notSeen).map((name, index) => [name, index + 10] as const))(
  'is documented as not seen: %s',
  (_name, number) => {
    for (const part of [1, 2])
      expect(results[`n/${number}-${part}.spec.ts`] ?? output).toMatchObject({
        status: 'passed',
        message: '',
        tests: {},
      });
  },
);
