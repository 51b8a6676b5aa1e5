import { beforeAll, expect, test } from 'vitest';
import { runScratch, type ScratchResult } from '../../proof/run-scratch.ts';

const head = `
  import buffer from 'node:buffer';
  import dns from 'node:dns';
  import { EventEmitter } from 'node:events';
  import fs, { existsSync } from 'node:fs';
  import http from 'node:http';
  import { syncBuiltinESMExports } from 'node:module';
  import net from 'node:net';
  import os from 'node:os';
  import stream from 'node:stream';
  import util from 'node:util';
  import { faker } from '@faker-js/faker';
  import fc from 'fast-check';
  import pg from 'pg';
  import pino from 'pino';
  import { beforeAll, chai, expect, test } from 'vitest';
`;

interface Guilty {
  /** The code of the first file, in a hook. */
  readonly does: string;
  readonly complaint: RegExp;
  /** The expression that must have its old value in the next file. */
  readonly after: string;
}

const reported: Readonly<Record<string, Guilty>> = {
  'function-of-node': {
    does: `fs.existsSync = () => true; syncBuiltinESMExports();`,
    complaint: /replaced `fs\.existsSync`/,
    after: `[fs.existsSync('/no'), existsSync('/no')]`,
  },
  'function-by-promise': {
    does: `fs.promises.stat = async () => 'replaced';`,
    complaint: /replaced `fs\.promises\.stat`/,
    after: `fs.promises.stat.name`,
  },
  'member-removed': {
    does: `delete os.hostname;`,
    complaint: /removed `os\.hostname`/,
    after: `typeof os.hostname`,
  },
  'member-added': { does: `os.extra = 1;`, complaint: /left `os\.extra` behind/, after: `os.extra` },
  'class-of-node': {
    does: `http.Server.prototype.closeAllConnections = () => 'replaced';`,
    complaint: /replaced `http\.Server\.prototype\.closeAllConnections`/,
    after: `http.Server.prototype.closeAllConnections.name`,
  },
  'agent-option': {
    does: `http.globalAgent.maxSockets = 1;`,
    complaint: /`http\.globalAgent\.maxSockets` changed from Infinity to 1/,
    after: `http.globalAgent.maxSockets`,
  },
  agent: {
    does: `http.globalAgent = new http.Agent({ maxSockets: 2 });`,
    complaint: /left `http\.globalAgent` changed/,
    after: `http.globalAgent.maxSockets`,
  },
  'member-of-global': {
    does: `JSON.stringify = () => 'replaced';`,
    complaint: /replaced `JSON\.stringify`/,
    after: `JSON.stringify(1)`,
  },
  'method-of-array': {
    does: `Array.prototype.at = () => 'replaced';`,
    complaint: /replaced `Array\.prototype\.at`/,
    after: `[1].at(0)`,
  },
  platform: {
    does: `Object.defineProperty(process, 'platform', { value: 'replaced' });`,
    complaint: /`process\.platform` changed from "\w+" to "replaced"/,
    after: `process.platform`,
  },
  'stack-limit': {
    does: `Error.stackTraceLimit = 1;`,
    complaint: /`Error\.stackTraceLimit` changed from \d+ to 1/,
    after: `Error.stackTraceLimit`,
  },
  symbol: {
    does: `globalThis[Symbol.for('left behind')] = 1;`,
    complaint: /left the global Symbol\(left behind\) behind/,
    after: `globalThis[Symbol.for('left behind')]`,
  },
  emitters: {
    does: `EventEmitter.defaultMaxListeners = 99;`,
    complaint: /`EventEmitter\.defaultMaxListeners` changed from 10 to 99/,
    after: `EventEmitter.defaultMaxListeners`,
  },
  rejections: {
    does: `EventEmitter.captureRejections = true;`,
    complaint: /`EventEmitter\.captureRejections` changed/,
    after: `EventEmitter.captureRejections`,
  },
  'order-of-addresses': {
    does: `dns.setDefaultResultOrder('ipv6first');`,
    complaint: /order of addresses of `dns` changed from "\w+" to "ipv6first"/,
    after: `dns.getDefaultResultOrder()`,
  },
  'dns-servers': {
    does: `dns.setServers(['192.0.2.1']);`,
    complaint: /servers of `dns` changed/,
    // Read without calling: the network guard replaces these functions.
    after: `[dns.getServers(), String(dns.resolve4), String(dns.promises.resolve4)]`,
  },
  'address-families': {
    does: `net.setDefaultAutoSelectFamily(false);`,
    complaint: /address families of `net` changed/,
    after: `net.getDefaultAutoSelectFamily()`,
  },
  'high-water-mark': {
    does: `stream.setDefaultHighWaterMark(false, 1);`,
    complaint: /high-water marks of `stream` changed/,
    after: `stream.getDefaultHighWaterMark(false)`,
  },
  inspection: {
    does: `util.inspect.defaultOptions.depth = 9; util.inspect.defaultOptions = { depth: 9 };`,
    complaint: /`util\.inspect\.defaultOptions` changed/,
    after: `util.inspect.defaultOptions`,
  },
  'inspected-bytes': {
    does: `buffer.INSPECT_MAX_BYTES = 1;`,
    complaint: /`buffer\.INSPECT_MAX_BYTES` changed from 50 to 1/,
    after: `buffer.INSPECT_MAX_BYTES`,
  },
  arguments: {
    does: `process.argv.push('left');`,
    complaint: /`process\.argv` changed/,
    after: `process.argv`,
  },
  'arguments-replaced': {
    does: `process.argv = ['left'];`,
    complaint: /replaced `process\.argv`/,
    after: `process.argv`,
  },
  'arguments-of-node': {
    does: `process.execArgv.push('left');`,
    complaint: /`process\.execArgv` changed/,
    after: `process.execArgv`,
  },
  title: { does: `process.title = 'left';`, complaint: /`process\.title` changed/, after: `process.title` },
  umask: {
    does: `process.umask(0o077);`,
    complaint: /umask of the process changed/,
    after: `process.umask()`,
  },
  'fast-check': {
    does: `fc.configureGlobal({ numRuns: 1 });`,
    complaint: /configuration of fast-check changed/,
    after: `fc.readConfigureGlobal()`,
  },
  'faker-today': {
    does: `faker.setDefaultRefDate('2020-01-01');`,
    complaint: /left `faker\.fakerCore\.config\.defaultRefDate` of @faker-js\/faker behind/,
    after: `faker.date.past().getFullYear() > 2021`,
  },
  'pg-defaults': {
    does: `pg.defaults.max = 1;`,
    complaint: /`defaults\.max` of pg changed/,
    after: `pg.defaults.max`,
  },
  'pg-class': {
    does: `pg.Client.prototype.query = () => 'replaced';`,
    complaint: /replaced `Client\.prototype\.query` of pg/,
    after: `pg.Client.prototype.query.length`,
  },
  'pg-parser': {
    does: `pg.types.setTypeParser(20, BigInt);`,
    complaint: /type parsers of pg changed/,
    after: `pg.types.getTypeParser(20)('1')`,
  },
  'pino-serializer': {
    does: `pino.stdSerializers.err = () => 'replaced';`,
    complaint: /replaced `stdSerializers\.err` of pino/,
    after: `pino.stdSerializers.err.name`,
  },
  matcher: {
    does: `expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });`,
    complaint: /replaced the matcher `toBe`/,
    after: `(() => { try { expect(1).toBe(2); return 'passed'; } catch { return 'failed'; } })()`,
  },
};

/** Prints the expected values, one line each. */
const look = Object.entries(reported)
  .map(
    ([name, { after }]) =>
      `console.log('value of ${name}: ' + util.inspect(${after}, { depth: 9, breakLength: Infinity }));`,
  )
  .join('\n');

const packageOfMany = `
  import { EventEmitter } from 'node:events';
  import fs from 'node:fs';
  import { expect } from 'vitest';
  EventEmitter.defaultMaxListeners = 33;
  fs.ofPackage = 'added';
  expect.extend({ toBeOfPackage: () => ({ pass: true, message: () => '' }) });`;

let results: Readonly<Record<string, ScratchResult>>;
let output: string;

beforeAll(async () => {
  const files: Record<string, string> = {
    '00-first.spec.ts': `${head} test('looks', () => { ${look} });`,
    '20-seed-1.spec.ts': `${head} beforeAll(() => { faker.seed(1); }); test('passes', () => {});`,
    '20-seed-2.spec.ts': `${head} test('draws', () => { const drawn = faker.number.int(); faker.seed(1); console.log('drawn ' + (drawn === faker.number.int())); });`,
    'own-settings.ts': `${head} process.title = 'of a module'; pg.defaults.max = 77; os.ofModule = 1; fc.configureGlobal({ numRuns: 3 });`,
    '30-own-1.spec.ts': `import { test } from 'vitest'; import './own-settings.ts'; test('passes', () => {});`,
    '30-own-2.spec.ts': `${head} test('looks', () => { ${look} expect(os).not.toHaveProperty('of' + 'Module'); });`,
    '40-matchers-1.spec.ts': `${head} expect.extend({ toBeNew: () => ({ pass: true, message: () => '' }) }); expect.addEqualityTesters([() => true]); test('uses its own', () => { expect(1).toBeNew(); expect(1).toEqual(2); });`,
    '40-matchers-2.spec.ts': `${head} test('has none of them', () => { expect('toBe' + 'New' in chai.Assertion.prototype).toBe(false); expect(1).not.toEqual(2); expect('toBe' + 'New' in expect).toBe(false); });`,
    '41-local.spec.ts': `${head} test('has its own expect', ({ expect: local }) => { local(1).toBe(1); local.extend({ toBeLocal: () => ({ pass: true, message: () => '' }) }); });`,
    'z/node_modules/counts/index.mjs': `export class Counted { static counter = 0; constructor() { Counted.counter += 1; } }; export const make = () => new Counted();`,
    'z/45-counts.spec.ts': `${head} import { make } from 'counts'; test('has a package count', () => { const counter = make(); expect(counter).toBeDefined(); });`,
    'z/node_modules/of-many/index.mjs': packageOfMany,
    'z/50-package-1.spec.ts': `${head} import 'of-many'; test('uses it', () => { expect(1).toBeOfPackage(); });`,
    'z/50-package-2.spec.ts': `import { EventEmitter } from 'node:events'; import fs from 'node:fs'; import { expect, test } from 'vitest'; test('still has it', () => { expect(1).toBeOfPackage(); expect([EventEmitter['default' + 'MaxListeners'], fs['ofPack' + 'age']]).toEqual([33, 'added']); });`,
  };
  for (const [name, { does }] of Object.entries(reported)) {
    files[`10-${name}-1-guilty.spec.ts`] = `${head} beforeAll(() => { ${does} }); test('passes', () => {});`;
    files[`10-${name}-2-innocent.spec.ts`] = `${head} test('looks', () => { ${look} });`;
  }
  ({ results, output } = await runScratch(files));
}, 120_000);

test.each(Object.entries(reported))('a file that changes %s fails, by name', (name, { complaint }) => {
  const file = `10-${name}-1-guilty.spec.ts`;
  expect(results[file] ?? output).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(complaint) as string,
  });
  expect(results[file]?.message).toContain(file);
});

test.each(Object.keys(reported))('the files after one that changed %s find it unchanged', (name) => {
  const [first, ...others] = output.match(new RegExp(`value of ${name}: .*`, 'g')) ?? [];
  expect(others).toHaveLength(Object.keys(reported).length + 1);
  expect([...new Set(others)]).toEqual([first]);
});

test('a file that seeds faker fails, and the next one gets random values', () => {
  expect(results['20-seed-1.spec.ts']?.message).toMatch(/seed of faker changed/);
  expect(output).toContain('drawn false');
});

test.each([
  ['has a module that changes settings while it is loaded', '30-own-1.spec.ts'],
  ['adds matchers and equality testers', '40-matchers-1.spec.ts'],
  ['follows one that added some', '40-matchers-2.spec.ts'],
  ['uses the expect of a test', '41-local.spec.ts'],
  ['makes a package change itself', 'z/45-counts.spec.ts'],
])('a file that %s passes', (_what, file) => {
  expect(results[file] ?? output).toMatchObject({ status: 'passed', message: '', tests: {} });
});

test('a package’s changes while it is loaded stay, like the package', () => {
  expect(results['z/50-package-1.spec.ts']).toMatchObject({ status: 'passed', message: '' });
  expect(results['z/50-package-2.spec.ts']).toMatchObject({ status: 'passed', message: '', tests: {} });
});
