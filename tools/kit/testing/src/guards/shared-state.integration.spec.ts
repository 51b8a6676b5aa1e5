import { beforeAll, expect, test } from 'vitest';
import { runScratch, type ScratchResult } from '../../proof/run-scratch.ts';
import { reported } from '../../proof/shared-state-changes.ts';

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
