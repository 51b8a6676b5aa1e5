import { beforeAll, expect, test, vi } from 'vitest';
import { runScratch, type ScratchResult } from '../../proof/run-scratch.ts';

const head = `import { afterAll, beforeAll, expect, test, vi } from 'vitest';\n`;

/** Files that leave something behind, each with the expected message. */
const leftovers: Readonly<Record<string, readonly [source: string, complaint: RegExp]>> = {
  timer: [`beforeAll(() => void setTimeout(() => {}, 5_000));`, /left a timer of 5000 ms running/],
  interval: [
    `beforeAll(() => void setInterval(() => { process.env.LEAK = 'tick'; }, 2).unref());`,
    /left an interval of 2 ms running/,
  ],
  'fake-time': [`beforeAll(() => void vi.useFakeTimers());`, /left fake timers on/],
  'fake-date': [`beforeAll(() => void vi.setSystemTime(0));`, /left the system time set/],
  'env-added': [`process.env.LEAK = 'x';`, /left the environment variable LEAK set to "x"/],
  'env-changed': [
    `beforeAll(() => { process.env.HOME = '/x'; });`,
    /environment variable HOME changed from ".*" to "\/x"/,
  ],
  'env-removed': [`beforeAll(() => { delete process.env.HOME; });`, /removed the environment variable HOME/],
  'env-stubbed': [
    `beforeAll(() => void vi.stubEnv('LEAK', 'y'));`,
    /left the environment variable LEAK set to "y"/,
  ],
  'env-stubbed-away': [
    `beforeAll(() => void vi.stubEnv('HOME', undefined));`,
    /removed the environment variable HOME/,
  ],
  'late-timer': [
    `import fs from 'node:fs/promises'; let late; test('starts something', () => { void fs.stat('.').then(() => fs.stat('.')).then(() => fs.stat('.')).then(() => { late = setInterval(() => {}, 77); }); }); test('waits', async () => { while (!late) await new Promise((resolve) => setTimeout(resolve, 5)); });`,
    /left an interval of 77 ms running, by the test "starts something"/,
  ],
  'env-replaced': [`beforeAll(() => { process.env = { PATH: '' }; });`, /replaced `process\.env`/],
  'global-added': [`globalThis.leak = 1;`, /left the global leak behind/],
  'global-replaced': [`beforeAll(() => { globalThis.fetch = () => 1; });`, /replaced the global fetch/],
  'global-stubbed': [`beforeAll(() => void vi.stubGlobal('URL', 1));`, /replaced the global URL/],
  'global-member': [`beforeAll(() => { Math.random = () => 4; });`, /replaced `Math\.random`/],
  listener: [
    `beforeAll(() => void process.on('SIGUSR2', () => {}));`,
    /left a listener for the process event SIGUSR2/,
  ],
  'listener-once': [`process.once('exit', () => {});`, /left a listener for the process event exit/],
  'listeners-removed': [
    `beforeAll(() => void process.removeAllListeners('warning'));`,
    /removed another listener.*warning/,
  ],
  'module-mock': [
    `import './first-use.ts'; vi.mock('pino', () => ({ default: 'mocked' }));`,
    /mocked the module "pino"/,
  ],
  'module-do-mock': [
    `beforeAll(async () => { vi.doMock('pino', () => ({ default: 'mocked' })); await import('./uses-package.ts'); });`,
    /mocked the module "pino"/,
  ],
  'mock-of-node': [
    `import 'node:os'; vi.mock('node:os', () => ({ default: 'mocked' }));`,
    /mocked the module "node:os"/,
  ],
  'spy-on-package': [
    `import pg from 'pg'; beforeAll(() => void vi.spyOn(pg.Client.prototype, 'query'));`,
    /left a spy on `query`/,
  ],
  'spy-on-node': [
    `import fs from 'node:fs'; beforeAll(() => void vi.spyOn(fs, 'statSync'));`,
    /left a spy on `statSync`/,
  ],
  'child-on-the-network': [
    `import { execFileSync } from 'node:child_process'; beforeAll(() => void execFileSync(process.execPath, ['-e', "fetch('http://192.0.2.1').catch(() => 0)"]));`,
    /started a process or thread that tried to connect to 192\.0\.2\.1:80/,
  ],
  'exit-code': [`beforeAll(() => { process.exitCode = 3; });`, /left the exit code of the process at 3/],
  prototype: [
    `beforeAll(() => { Object.prototype.polluted = 1; });`,
    /left polluted on the prototype of Object/,
  ],
  'working-directory': [`beforeAll(() => process.chdir('/'));`, /left the working directory at "\/"/],
  rejection: [`afterAll(() => void Promise.reject(new Error('lost')));`, /unhandled rejection: Error: lost/],
  exception: [
    `afterAll(() => void setImmediate(() => { throw new Error('thrown'); }));`,
    /not caught: Error: thrown/,
  ],
  server: [
    `import net from 'node:net'; beforeAll(() => void net.createServer().listen(0, '127.0.0.1'));`,
    /left a server listening on a TCP port/,
  ],
  process: [
    `import { spawn } from 'node:child_process'; beforeAll(() => void spawn(process.execPath, ['-e', 'setInterval(() => {}, 9)']));`,
    /left a child process running/,
  ],
  watcher: [`import fs from 'node:fs'; beforeAll(() => void fs.watch('.'));`, /left a file watcher running/],
  file: [
    `import fs from 'node:fs/promises'; beforeAll(async () => { globalThis.left = await fs.open('shared.ts'); delete globalThis.left; });`,
    /left a file open/,
  ],
  thread: [
    `import { Worker } from 'node:worker_threads'; beforeAll(() => void new Worker('setInterval(() => {}, 9)', { eval: true }));`,
    /left a worker thread running/,
  ],
};

/** An additional test for the file after one that left something behind. */
const closerLook: Readonly<Record<string, string>> = {
  interval: `test('nothing ticks', async () => { await new Promise((resolve) => setTimeout(resolve, 10)); expect(process.env.LEAK).toBeUndefined(); });`,
  'module-mock': `import { seen as first } from './first-use.ts'; test('the module is real again', () => expect(first).not.toBe('mocked'));`,
};

const innocent = `${head}
  import fs from 'node:fs';
  import { service } from './shared.ts';
  import { seen } from './uses-shared.ts';
  test('finds everything as it should be', () => {
    expect(vi.isFakeTimers()).toBe(false);
    expect(new Date().getFullYear()).toBeGreaterThan(2000);
    expect(process.env).not.toHaveProperty('LEAK');
    expect(process.env.HOME).toBe('/home/of/tests');
    expect(globalThis).not.toHaveProperty('leak');
    expect(String(fetch)).toContain('fetch');
    expect(new URL('a:b')).toHaveProperty('href');
    expect(Math.random()).not.toBe(4);
    expect(process.listenerCount('SIGUSR2')).toBe(0);
    expect(process.listenerCount('warning')).toBeGreaterThan(0);
    expect(seen).toBe('real');
    expect(service.call()).toBe('real');
    expect(vi.isMockFunction(fs.statSync)).toBe(false);
    expect(process.exitCode).toBeUndefined();
    expect({}.polluted).toBeUndefined();
    expect(process.cwd()).toBe(import.meta.dirname);
  });`;

/** Files that do much of the same, and undo it. */
const tidy = `${head}
  import net from 'node:net';
  import { service } from './shared.ts';
  let server;
  beforeAll(async () => {
    vi.useFakeTimers();
    vi.stubEnv('LEAK', 'x');
    vi.spyOn(service, 'call');
    vi.useRealTimers();
    server = net.createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    server.close();
  });
  test('passes', () => {});`;

/**
 * Effects of a module while it is loaded. Those of a module of the workspace end with the file, because the next file
 * loads it again.
 */
const loadEffects = `
  process.on('SIGUSR1', () => {});
  globalThis.__library = {};
  setInterval(() => globalThis.ticks?.push(1), 2).unref();`;

const unaffected = `${head}
  test('finds nothing of a module that it did not load', async () => {
    globalThis.ticks = [];
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ticks).toEqual([]);
    delete globalThis.ticks;
    expect(process.listenerCount('SIGUSR1')).toBe(0);
    expect(globalThis).not.toHaveProperty('__library');
  });`;

let results: Readonly<Record<string, ScratchResult>>;

beforeAll(async () => {
  const files: Record<string, string> = {
    'shared.ts': `export const value = 'real'; export const service = { call: () => 'real' };`,
    'uses-shared.ts': `import { value } from './shared.ts'; export const seen = value;`,
    'first-use.ts': `import pino from 'pino'; export const seen = pino;`,
    'uses-package.ts': `import pino from 'pino'; export const seen = pino;`,
    '02-mocks-own.spec.ts': `${head} import { seen } from './uses-shared.ts'; vi.mock('./shared.ts', () => ({ value: 'mocked', service: {} })); test('sees its mock', () => { expect(seen).toBe('mocked'); });`,
    '02-mocks-own-again.spec.ts': `${head} import { service } from './shared.ts'; import { seen } from './uses-shared.ts'; vi.mock('./shared.ts', { spy: true }); test('sees its spies', () => { expect(seen).toBe('real'); expect(vi.isMockFunction(service.call)).toBe(true); });`,
    '02-mocks-own-late.spec.ts': `${head} beforeAll(async () => { vi.doMock('./shared.ts', () => ({ value: 'mocked' })); const { seen } = await import('./uses-shared.ts'); expect(seen).toBe('mocked'); }); test('passes', () => {});`,
    '02-mocks-own-not.spec.ts': innocent,
    '02-spies-own.spec.ts': `${head} import { service } from './shared.ts'; vi.spyOn(service, 'call').mockReturnValue('spied'); test('passes', () => {});`,
    'loads-listener.ts': loadEffects,
    '00-first.spec.ts': innocent,
    '01-tidy.spec.ts': tidy,
    '02-load-effects.spec.ts': `${head} import './loads-listener.ts'; test('passes', () => {});`,
    '02-loads-late.spec.ts': `${head} beforeAll(() => import('./loads-listener.ts')); test('passes', () => {});`,
    '02-loads-nothing.spec.ts': unaffected,
    'nested/node_modules/loads-listener/index.mjs': loadEffects,
    'nested/node_modules/loads-it-again/index.mjs': `globalThis.__library = {};`,
    'nested/02-load-effects.spec.ts': `${head} import 'loads-listener'; test('passes', () => {});`,
    'nested/02-loads-it-again.spec.ts': `${head} beforeAll(() => import('loads-it-again')); test('passes', () => { expect(process.listenerCount('SIGUSR1')).toBe(1); });`,
    '03-broken.spec.ts': `process.env.LEAK = 'x'; throw new Error('does not load');`,
    '04-after-broken.spec.ts': innocent,
    '05-leaky.spec.ts': `/** @module${'-tag'} leaky */ ${head} process.env.LEAK = 'x'; test('passes', () => {});`,
    '06-after-leaky.spec.ts': innocent,
  };
  for (const [name, [source]] of Object.entries(leftovers)) {
    files[`10-${name}-1-guilty.spec.ts`] = `${head}${source}\ntest('passes', () => {});`;
    files[`10-${name}-2-innocent.spec.ts`] = innocent + (closerLook[name] ?? '');
  }
  vi.stubEnv('HOME', '/home/of/tests');
  ({ results } = await runScratch(files));
  vi.unstubAllEnvs();
}, 30_000);

test.each(Object.entries(leftovers))(
  'a file that leaves behind a %s fails, by name',
  (name, [, complaint]) => {
    const file = `10-${name}-1-guilty.spec.ts`;
    expect(results[file]).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(complaint) as string,
    });
    expect(results[file]?.message).toContain(file);
  },
);

test.each(Object.keys(leftovers))('the file after one that left behind a %s passes', (name) => {
  expect(results[`10-${name}-2-innocent.spec.ts`]).toMatchObject({
    status: 'passed',
    message: '',
    tests: {},
  });
});

test.each([
  ['cleans up after itself', '01-tidy.spec.ts'],
  ['loads a module of the workspace that leaves effects', '02-load-effects.spec.ts'],
  ['loads one in a hook', '02-loads-late.spec.ts'],
  ['follows a file that loads one', '02-loads-nothing.spec.ts'],
  ['mocks a module of the workspace', '02-mocks-own.spec.ts'],
  ['mocks one with spies', '02-mocks-own-again.spec.ts'],
  ['mocks one in a hook', '02-mocks-own-late.spec.ts'],
  ['follows files that mock one', '02-mocks-own-not.spec.ts'],
  ['leaves a spy on a module of the workspace', '02-spies-own.spec.ts'],
  ['is the first to load a package that stays loaded', 'nested/02-load-effects.spec.ts'],
  ['loads another version of a package that stays loaded', 'nested/02-loads-it-again.spec.ts'],
  ['follows one that does not load', '04-after-broken.spec.ts'],
  ['is tagged leaky', '05-leaky.spec.ts'],
  ['follows one that is tagged leaky', '06-after-leaky.spec.ts'],
])('a file that %s passes', (_what, file) => {
  expect(results[file]).toMatchObject({ status: 'passed', message: '', tests: {} });
});
