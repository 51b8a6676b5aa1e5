const head = [
  `import { execFileSync } from 'node:child_process';`,
  `import { existsSync, readdirSync, readFileSync } from 'node:fs';`,
  `import { expect, test } from 'vitest';`,
].join('\n');

/** The root of the workspace, as seen from a test file. */
const root = `import.meta.dirname + '/../../../'`;

export interface Library {
  /** Lines of its test file, after the imports. */
  readonly tests: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly dependencies?: readonly string[];
  /** Inputs of unit tests that its package.json declares. */
  readonly inputs?: readonly (string | object)[];
}

const readsPrices = `test('prices', () => { expect(JSON.parse(readFileSync(${root} + 'prices.json', 'utf8')).price).toBe(1); });`;
const readsCurrency = `test('currency', () => { expect(process.env.CURRENCY ?? 'EUR').toBe('EUR'); });`;
const usesPackage = `import { price } from 'tiny-price'; test('package', () => { expect(price).toBe(1); });`;

/** One library for each kind of input, some with and some without a declaration. */
export const libraries: Readonly<Record<string, Library>> = {
  base: { tests: [ownValue()], files: values() },
  middle: { tests: [ownValue(), valueOf('base')], files: values(), dependencies: ['@demo/base'] },
  top: {
    tests: [ownValue(), valueOf('middle'), valueOf('base')],
    files: values(),
    dependencies: ['@demo/middle', '@demo/base'],
  },
  layered: {
    tests: [`import { rule } from './security/rule.ts'; test('rule', () => { expect(rule).toBe(1); });`],
    files: { 'src/security/rule.ts': value('rule', 1) },
  },
  'reads-declared': { tests: [readsPrices], inputs: ['{workspaceRoot}/prices.json'] },
  'reads-undeclared': { tests: [readsPrices] },
  'spawns-undeclared': {
    tests: [
      `test('program', () => { expect(execFileSync('node', [${root} + 'print-price.mjs'], { encoding: 'utf8' })).toBe('1'); });`,
    ],
  },
  'lists-undeclared': {
    tests: [`test('folder', () => { expect(readdirSync(${root} + 'data')).toEqual(['one.csv']); });`],
  },
  'looks-undeclared': {
    tests: [`test('flag', () => { expect(existsSync(${root} + 'feature.flag')).toBe(false); });`],
  },
  'reads-readme': {
    tests: [
      `test('readme', () => { expect(readFileSync(import.meta.dirname + '/../README.md', 'utf8')).toBe('1'); });`,
    ],
  },
  'variable-declared': { tests: [readsCurrency], inputs: [{ env: 'CURRENCY' }] },
  'variable-undeclared': { tests: [readsCurrency] },
  zoned: { tests: [`test('zone', () => { expect(new Date(0).getHours()).toBe(0); });`] },
  waiting: {
    tests: [
      `test('always', () => {}); test('network', { tags: 'network' }, () => { expect.unreachable('there is a network'); });`,
    ],
  },
  'package-declared': { tests: [usesPackage], dependencies: ['tiny-price'] },
  'package-undeclared': { tests: [usesPackage] },
  configured: { tests: [`test('configured', () => { expect(__RATE__).toBe(1); });`] },
  changing: { tests: [] },
};

/** The test file of a library. */
export function specOf({ tests }: Library): string {
  return [head, ...tests, ''].join('\n');
}

export function value(name: string, number: number): string {
  return `export const ${name}: number = ${number};\n`;
}

/** The successive contents of the test file of the library `changing`. */
export const changingTests: readonly [string, ...string[]] = [
  `test('passes', () => {});`,
  `test('passes', () => {}); test('fails', () => { expect.unreachable(); });`,
  `test('passes', () => {}); test.skip('fails', () => { expect.unreachable(); });`,
  `test.only('passes', () => {}); test('fails', () => { expect.unreachable(); });`,
  `test.skip('fails', () => { expect.unreachable(); });`,
  `test.todo('is pending');`,
];

function ownValue(): string {
  return `import { value } from './value.ts'; test('own value', () => { expect(value).toBe(1); });`;
}

function valueOf(library: string): string {
  return `import { value as ${library} } from '@demo/${library}'; test('${library}', () => { expect(${library}).toBe(1); });`;
}

function values(): Record<string, string> {
  return { 'src/value.ts': value('value', 1), 'src/index.ts': `export { value } from './value.ts';\n` };
}
