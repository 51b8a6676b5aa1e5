import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { captureStack, isTimerOfNode, lineOf, originOf } from './origin.ts';

const spec = '/w/libs/a/test/src/unit/a.spec.ts';

function stack(...frames: string[]): Error {
  return Object.assign(new Error(), {
    stack: ['Error: ', ...frames.map((frame) => `    at ${frame}`)].join('\n'),
  });
}

test.each([
  ['own', ['setInterval (node:timers:169:19)', `${spec}:3:5`]],
  ['own', ['setInterval (node:timers:169:19)', 'start (/w/libs/a/app/src/a.ts:1:1)', `${spec}:3:5`]],
  [
    'dependency',
    ['Server.listen (node:net:1:1)', 'x (/w/node_modules/fastify/lib/server.js:1:1)', `${spec}:3:5`],
  ],
  ['vitest', ['setTimeout (node:timers:1:1)', 'run (file:///w/node_modules/vitest/dist/chunks/run.js:1:1)']],
  ['node', ['onconnection (node:net:1:1)']],
  [
    'own',
    [
      'process.on (node:events:1:1)',
      `${spec}:1:1`,
      'async X._runInlinedModule (file:///w/node_modules/vitest/dist/m.js:1:1)',
    ],
  ],
  [
    'renewed module',
    [
      'process.on (node:events:1:1)',
      '/w/libs/a/app/src/a.ts:1:1',
      'async X._runInlinedModule (file:///m.js:1:1)',
      `${spec}:1:1`,
    ],
  ],
  [
    'shared module',
    [
      'process.on (node:events:1:1)',
      '/w/node_modules/x/index.ts:1:1',
      'async X._runInlinedModule (file:///m.js:1:1)',
      `${spec}:1:1`,
    ],
  ],
  [
    'shared module',
    [
      'process.on (node:events:1:1)',
      'Object.<anonymous> (/w/node_modules/x/i.js:1:1)',
      'Module._compile (node:internal/x:1:1)',
    ],
  ],
] as const)('%s: %j', (expected, frames) => {
  expect(originOf(stack(...frames), spec)).toBe(expected);
});

test('timers of Node itself are distinguished from others', () => {
  const timers = ['new Timeout (node:internal/timers:1:1)', 'setInterval (node:timers:1:1)'];
  expect(isTimerOfNode(stack(...timers, 'setupConnections (node:_http_server:1:1)', `${spec}:1:1`))).toBe(
    true,
  );
  expect(isTimerOfNode(stack(...timers, `${spec}:1:1`))).toBe(false);
});

test('captureStack starts at the caller', () => {
  expect(lineOf(captureStack())).toContain('origin.spec.ts');
});

test('the hooks of the kit are never the responsible line', () => {
  const kit = dirname(import.meta.dirname);
  const hooked = stack(
    'open (node:internal/fs/promises:1:1)',
    `method (${kit}/usage/hooks/observe-files.ts:1:1)`,
    'method (file:///w/node_modules/.cache/vouch-preload/0a1b/children/accompany-children.mjs:1:1)',
    `${spec}:3:5`,
  );
  expect(originOf(hooked, spec)).toBe('own');
  expect(lineOf(hooked)).toContain(spec);
});

test.each([
  ['kit', 'servers/postgres/connect.js'],
  ['own', 'doubles/webhook-sink.js'],
] as const)('an installed kit is not a dependency: %s for %s', (expected, module) => {
  const kit = '/w/node_modules/@vouch/testing/dist';
  const installed = stack('connect (node:net:1:1)', `start (file://${kit}/${module}:1:1)`, `${spec}:3:5`);
  expect(originOf(installed, spec, kit)).toBe(expected);
});
