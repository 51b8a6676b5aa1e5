import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RecordedFile, recordScratch } from '../../proof/usage/record-scratch.ts';

const head = `
  import dns from 'node:dns';
  import { EventEmitter } from 'node:events';
  import fs from 'node:fs';
  import http from 'node:http';
  import fc from 'fast-check';
  import { expect, test } from 'vitest';
  import { counter, load, registry, settings } from '@demo/state';
`;

/** Changes of a file to modules of its workspace. They do not reach other files, so they are allowed. */
const ofModules: Readonly<Record<string, string>> = {
  'fills a map of a module': `registry.set('left', true);`,
  'changes an object that a module exports': `settings.rate = 9;`,
  'counts in a module': `counter.next();`,
  'has a module load another': `return load();`,
};

/** Changes of a file to its process, each with the expected problem. */
const ofProcess: Readonly<Record<string, readonly [source: string, problem: RegExp]>> = {
  'the default of all emitters': [
    `EventEmitter.defaultMaxListeners = 99;`,
    /EventEmitter\.defaultMaxListeners/,
  ],
  'the agent of all requests': [`http.globalAgent.maxSockets = 1;`, /http\.globalAgent\.maxSockets/],
  'the order of addresses': [`dns.setDefaultResultOrder('ipv6first');`, /order of addresses/],
  'a function of Node': [`fs.existsSync = () => true;`, /fs\.existsSync/],
  'a member of a global': [`JSON.stringify = () => 'replaced';`, /JSON\.stringify/],
  'the settings of fast-check': [`fc.configureGlobal({ numRuns: 1 });`, /fast-check/],
  'the arguments of the process': [`process.argv.push('--left');`, /process\.argv/],
  'the title of the process': [`process.title = 'left';`, /process\.title/],
  'a symbol on the global object': [`globalThis[Symbol.for('left')] = true;`, /Symbol\(left\)/],
  'the umask': [`process.umask(0o077);`, /umask/],
  'a matcher of Vitest': [`expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });`, /toBe/],
};

const innocent = `
  test('finds everything as it should be', () => {
    expect(() => expect(1).toBe(2)).toThrow('expected 1 to be 2');
    expect([registry.size, settings.rate, counter.next()]).toEqual([0, 1, 1]);
    expect(EventEmitter.defaultMaxListeners).toBe(10);
    expect(http.globalAgent.maxSockets).toBe(Infinity);
    expect(dns.getDefaultResultOrder()).toBe('verbatim');
    expect(fs.existsSync('/no/such/file')).toBe(false);
    expect(JSON.stringify({ a: 1 })).toBe('{"a":1}');
    expect(fc.readConfigureGlobal()).not.toHaveProperty('numRuns');
    expect(process.argv).not.toContain('--left');
    expect(process.title).not.toBe('left');
    expect(globalThis).not.toHaveProperty([Symbol.for('left')]);
    expect(process.umask()).toBe(Number(process.env.UMASK));
  });`;

const mocking = `
  import { registry } from '@demo/state';
  import { expect, test, vi } from 'vitest';
  vi.mock('@demo/state', () => ({ registry: 'mocked' }));
  test('mocks a module', () => { expect(registry).toBe('mocked'); });`;

const state = {
  'src/later.ts': `export const later = true;`,
  'src/initial-rate.ts': `export const initialRate = 1;`,
  'src/index.ts': `
    import { initialRate } from './initial-rate.ts';
    export const load = () => import('./later.ts');
    export const registry = new Map<string, boolean>();
    export const settings = { rate: initialRate };
    let count = 0;
    export const counter = { next: () => (count += 1) };`,
};

let recorded: Readonly<Record<string, RecordedFile>>;
const workspace = new ScratchWorkspace();

beforeAll(async () => {
  const bodies = [
    ...Object.entries(ofModules),
    ...Object.entries(ofProcess).map(([name, [source]]) => [`changes ${name}`, source] as const),
  ];
  const tests = bodies.map(([name, source]) => `test('${name}', () => { ${source} });`);
  workspace
    .library('state', state)
    .library('a', { 'src/guilty.spec.ts': [head, ...tests].join('\n') })
    .library('ab', { 'src/mocking.spec.ts': mocking })
    .library('b', { 'src/innocent.spec.ts': head + innocent });
  recorded = await recordScratch(workspace, { UMASK: String(process.umask()) });
}, 60_000);

afterAll(() => workspace[Symbol.dispose]());

test.each(Object.entries(ofProcess))('a file that changes %s is reported', (_name, [, problem]) => {
  expect(recorded['libs/a/src/guilty.spec.ts']?.problem).toMatch(problem);
});

test('changes to modules of the workspace are allowed', () => {
  const problems = recorded['libs/a/src/guilty.spec.ts']?.problem.split('\n') ?? [];
  expect(problems).toHaveLength(Object.keys(ofProcess).length);
});

test('no change reaches a file of another library', () => {
  expect(recorded['libs/b/src/innocent.spec.ts']?.problem).toBe('');
});

test('a file may mock a module of the workspace', () => {
  expect(recorded['libs/ab/src/mocking.spec.ts']?.problem).toBe('');
});

test('each file counts as a user of modules that were loaded for both', () => {
  for (const name of ['a/src/guilty', 'b/src/innocent']) {
    const spec = `libs/${name}.spec.ts`;
    expect(recorded[spec]?.usage.files).toMatchObject({
      'libs/state/src/index.ts': { by: spec },
      'libs/state/src/initial-rate.ts': { by: 'libs/state/src/index.ts' },
    });
  }
  expect(recorded['libs/a/src/guilty.spec.ts']?.usage.files).toHaveProperty(['libs/state/src/later.ts']);
  expect(recorded['libs/b/src/innocent.spec.ts']?.usage.files).not.toHaveProperty([
    'libs/state/src/later.ts',
  ]);
});
