import { beforeAll, expect, test } from 'vitest';
import { runScratch, type ScratchResult } from '../../proof/run-scratch.ts';

const head = `
  import childProcess from 'node:child_process';
  import dgram from 'node:dgram';
  import dns from 'node:dns';
  import { once } from 'node:events';
  import http from 'node:http';
  import net from 'node:net';
  import { setTimeout as delay } from 'node:timers/promises';
  import { Worker } from 'node:worker_threads';
  import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
  const swallow = () => undefined;
  const node = (code) => [process.execPath, ['--input-type=module', '-e', code]];
  const fetching = "await fetch('http://192.0.2.1').catch(() => 0)";
`;

/** The body of a failing test, with the expected message. */
const reported: Readonly<Record<string, readonly [body: string, complaint: RegExp]>> = {
  'leaves a timer': [`setTimeout(swallow, 5_000);`, /left a timer of 5000 ms running/],
  'leaves an interval': [`setInterval(swallow, 50);`, /left an interval of 50 ms running/],
  'leaves an awaited sleep': [`void delay(70);`, /left a timer of 70 ms running/],
  'leaves fake time on': [`vi.useFakeTimers();`, /left fake timers on/],
  'leaves an environment variable': [`process.env.LEAK = 'x';`, /environment variable LEAK set to "x"/],
  'leaves a global': [`globalThis.leak = 1;`, /left the global leak behind/],
  'replaces a global': [`globalThis.fetch = swallow;`, /replaced the global fetch/],
  'leaves a listener': [`process.on('SIGUSR2', swallow);`, /left a listener for the process event SIGUSR2/],
  'sets the exit code': [`process.exitCode = 3;`, /left the exit code of the process at 3/],
  'changes directory': [`process.chdir('/');`, /left the working directory at "\/"/],
  'leaves a server': [`net.createServer().listen(0, '127.0.0.1');`, /left a server listening on a TCP port/],
  'leaves a process': [`childProcess.spawn('sleep', ['9']);`, /left a child process running/],
  'loses a rejection': [`void Promise.reject(new Error('lost'));`, /unhandled rejection: Error: lost/],
  sleeps: [`await delay(120);`, /slept for 120 ms of real time/],
  'sleeps by callback': [`await new Promise((resolve) => setTimeout(resolve, 130));`, /slept for 130 ms/],
  fetches: [`await fetch('https://example.com/x').catch(swallow);`, /tried to connect to example\.com:443/],
  'fetches an address': [
    `await fetch('http://192.0.2.1/').catch(swallow);`,
    /tried to connect to 192\.0\.2\.1:80/,
  ],
  requests: [
    `await new Promise((resolve) => http.get('http://example.com').on('error', resolve));`,
    /tried to connect to example\.com:80/,
  ],
  connects: [
    `await once(net.connect(6379, '10.0.0.1'), 'error').catch(swallow);`,
    /tried to connect to 10\.0\.0\.1:6379/,
  ],
  'sends a datagram': [
    `const socket = dgram.createSocket('udp4'); socket.on('error', swallow); socket.send('x', 53, '192.0.2.1'); await delay(1); socket.close();`,
    /tried to send to 192\.0\.2\.1/,
  ],
  'looks up a name': [
    `await new Promise((resolve) => dns.lookup('example.com', resolve));`,
    /tried to look up example\.com/,
  ],
  'looks up by promise': [
    `await dns.promises.resolve4('example.com').catch(swallow);`,
    /tried to look up example\.com/,
  ],
  'has a resolver': [
    `new dns.Resolver().resolveMx('example.com', swallow);`,
    /tried to look up example\.com/,
  ],
  'has a process fetch': [
    `await once(childProcess.spawn(...node(fetching)), 'close');`,
    /started a process or thread that tried to connect to 192\.0\.2\.1:80/,
  ],
  'has a process with its own environment fetch': [
    `const [file, args] = node(fetching); await once(childProcess.execFile(file, args, { env: {} }), 'close');`,
    /started a process or thread that tried to connect to 192\.0\.2\.1:80/,
  ],
  'waits for a process that fetches': [
    `childProcess.execFileSync(...node(fetching));`,
    /started a process or thread that tried to connect to 192\.0\.2\.1:80/,
  ],
  'has a thread fetch': [
    `await once(new Worker("fetch('http://192.0.2.1').catch(() => 0)", { eval: true }), 'exit');`,
    /started a process or thread that tried to connect to 192\.0\.2\.1:80/,
  ],
};

const innocent: Readonly<Record<string, string>> = {
  'awaits a timer': `await delay(30);`,
  'clears its timers': `clearInterval(setInterval(swallow, 10)); clearTimeout(setTimeout(swallow, 5_000));`,
  'sleeps in fake time': `vi.useFakeTimers(); const slept = new Promise((r) => setTimeout(r, 60_000)); vi.advanceTimersByTime(60_000); await slept; vi.useRealTimers();`,
  'talks to itself': `
    const server = http.createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    expect(await (await fetch('http://127.0.0.1:' + port)).text()).toBe('hello');
    expect(await (await fetch('http://localhost:' + port)).text()).toBe('hello');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));`,
  'closes when it is finished': `const server = net.createServer().listen(0, '127.0.0.1'); onTestFinished(() => void server.close());`,
  'puts back': `vi.stubEnv('LEAK', 'x'); vi.stubGlobal('leak', 1); vi.unstubAllEnvs(); vi.unstubAllGlobals();`,
  'starts a process': `expect(childProcess.execFileSync(process.execPath, ['-p', '1 + 1'], { encoding: 'utf8' })).toBe('2\\n');`,
};

const lifted: Readonly<Record<string, readonly [tags: string, body: string]>> = {
  'may reach the network': [
    'network',
    `await fetch('http://192.0.2.1', { signal: AbortSignal.timeout(30) }).catch(swallow);`,
  ],
  'may sleep': ['real-time', `await delay(120);`],
  'may leak': ['leaky', `process.env.LEAK = 'x'; setTimeout(swallow, 500);`],
};

let unit: ScratchResult;
let integration: ScratchResult;

beforeAll(async () => {
  const tests = [
    ...Object.entries(reported).map(([name, [body]]) => `test('${name}', async () => { ${body} });`),
    ...Object.entries(innocent).map(([name, body]) => `test('${name}', async () => { ${body} });`),
    ...Object.entries(lifted).map(
      ([name, [tags, body]]) => `test('${name}', { tags: ['${tags}'] }, async () => { ${body} });`,
    ),
    `test.concurrent('leaves a timer behind', async () => { await delay(1); setTimeout(swallow, 900); await delay(5); });`,
    `test.concurrent('runs beside it', async () => { await delay(8); });`,
  ];
  const levels = [
    `test('makes a server', async () => { net.createServer().listen(0, '127.0.0.1'); });`,
    `test('waits', async () => { await delay(120); });`,
  ];
  const clean = `
    beforeEach(() => void expect(process.env.LEAK).toBe(undefined));
    beforeEach(() => vi.stubEnv('MODE', 'x'));
    afterEach(() => vi.unstubAllEnvs());
  `;
  [unit, integration] = await Promise.all([run('unit', clean, tests), run('integration', '', levels)]);
}, 30_000);

async function run(level: string, hooks: string, tests: readonly string[]): Promise<ScratchResult> {
  const { results, output } = await runScratch({ 'a.spec.ts': [head, hooks, ...tests].join('\n') }, level);
  return results['a.spec.ts'] ?? expect.fail(output);
}

test.each(Object.entries(reported))('a unit test that %s fails', (name, [, complaint]) => {
  expect(unit.tests[name]).toMatch(complaint);
  expect(unit.tests[name]).toContain(`The test "${name}"`);
});

test.each([...Object.keys(innocent), ...Object.keys(lifted)])('a unit test that %s passes', (name) => {
  expect(unit.tests).not.toHaveProperty([name]);
});

test('a lifted guard is reported in the test’s meta', () => {
  const expected = Object.entries(lifted).map(([name, [tag]]) => [name, [tag]]);
  expect(unit.lifted).toEqual(Object.fromEntries(expected));
});

test('of concurrent tests, the responsible one fails', () => {
  expect(unit.tests['leaves a timer behind']).toMatch(/left a timer of 900 ms running/);
  expect(unit.tests).not.toHaveProperty(['runs beside it']);
});

test('problems of tests do not fail their file as well', () => {
  expect(unit.message).toBe('');
});

test('an integration test can wait, and its handles are checked at the end of the file', () => {
  expect(integration.tests).toEqual({});
  expect(integration.message).toMatch(/a\.spec\.ts left a server listening on a TCP port/);
  expect(integration.message).toContain('by the test "makes a server"');
});
