import { oddWordList } from './odd-word-list.ts';
import { oneOf, type Random } from '@vouch/scratch';

const types = [
  'string',
  'number',
  'boolean',
  'Date',
  'readonly string[]',
  "'a' | 'b'",
  'T',
  'Promise<T>',
  'Promise<string | undefined>',
  'string | null',
  'Map<string, number>',
  '{ a: string; b?: number }',
  '(x: string) => void',
  '[string, number?]',
  'Record<string, unknown>',
  'AsyncIterable<T>',
  'keyof T',
  'T extends string ? 1 : 2',
  '`id-${string}`',
  'symbol',
  'unknown',
  'void',
  'Partial<Thing>',
  'Thing',
] as const;

const names = [
  'get',
  'set',
  'list',
  'create',
  'has',
  '日本',
  'ünder',
  '$dollar',
  '_low',
  'new$',
  "'quoted name'",
  '"double"',
  'toString',
  'constructor_',
  'then',
  'x1',
] as const;

/** A contract that is unlikely, but possible. */
export function randomContract(random: Random): string {
  const members = Array.from({ length: 1 + random(6) }, () => `${comment(random)}\n  ${member(random)}`);
  const kind = oneOf(random, [
    'interface Odd<T = string>',
    'abstract class Odd<T = string>',
    'type Odd<T = string> =',
  ]);
  const prefix = kind.startsWith('abstract') ? 'abstract ' : '';
  const body = members.map((text) => text.replace(/\n {2}(?=\S+$)/, `\n  ${prefix}`)).join('\n');
  return `export interface Thing { id: string }\nexport class OddError extends Error {}\n${comment(random)}\nexport ${kind} {\n${body}\n}\n`;
}

function member(random: Random): string {
  const name = oneOf(random, names);
  const type = () => oneOf(random, types);
  const parameters = Array.from({ length: random(4) }, (_, index) => `p${index}: ${type()}`).join(', ');
  return random(4) === 0 ? `${name}: ${type()};` : `${name}(${parameters}): ${type()};`;
}

function comment(random: Random): string {
  const text = () =>
    Array.from({ length: random(8) }, () => oneOf(random, oddWordList)).join(
      oneOf(random, [' ', ' ', '\n   * ']),
    );
  const tags = Array.from({ length: random(5) }, (_, index) =>
    oneOf(random, [
      `@returns ${text()}`,
      `@throws {@link OddError} ${text()}`,
      `@throws ${text()}`,
      `@remarks\n   * - ${text()}\n   * - ${text()}`,
      `@promise slug-${index}-${random(1_000_000)} ${text()}`,
      `@invariant ${text()}`,
      `@param p0 - ${text()}`,
      `@example\n   * \`\`\`ts\n   * ${text()}\n   * \`\`\``,
      '@tenantScoped',
      `@untested #returns ${text()}`,
    ]),
  );
  return `/**\n   * ${text()}\n   *\n${tags.map((tag) => `   * ${tag}\n`).join('')}   */`;
}
