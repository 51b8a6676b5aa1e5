import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { explainUndeclared } from './explain-undeclared.ts';
import type { UndeclaredInput } from './undeclared-inputs.ts';

const task = { project: '@acme/shop-test', projectRoot: 'libs/shop/test', level: 'unit' };
const explain = (undeclared: UndeclaredInput[], ci = false) =>
  explainUndeclared(undeclared, task, ci).map(stripVTControlCharacters);

test('prints nothing if everything is declared', () => {
  expect(explain([])).toEqual([]);
});

test('prints each input with its place, its declaration and the command that adds it', () => {
  const by = 'libs/shop/test/src/unit/a.spec.ts:3';
  expect(
    explain([
      { kind: 'file', name: 'data/', by },
      { kind: 'package', name: 'ws' },
    ]),
  ).toEqual([
    '   The result is not cached: it depends on inputs that @acme/shop-test does not declare.',
    `     file data/, used by ${by}`,
    '     package ws, used by its tests',
    '   Declare in libs/shop/test/package.json: "vouch": { "inputs": { "unit": ["{workspaceRoot}/data/*", … 1 more] } }',
    '   or run: npx nx g @vouch/nx:declare-inputs @acme/shop-test',
  ]);
});

test('counts the inputs beyond the first twelve', () => {
  const variables = Array.from(
    { length: 14 },
    (_, index) => ({ kind: 'variable', name: `V${index}` }) as const,
  );
  expect(explain(variables, true)).toEqual(
    expect.arrayContaining([
      '   The run fails because CI is set: it depends on inputs that @acme/shop-test does not declare.',
      '     … and 2 more',
    ]),
  );
});

test('suggests another fix if no declaration helps', () => {
  const lines = explain([
    { kind: 'ignored file', name: '.env' },
    { kind: 'server', name: 'embedded 18.4' },
  ]);
  expect(lines.join('\n')).not.toContain('Declare in');
  expect(lines.at(-2)).toContain('Remove the file from the list');
  expect(lines.at(-1)).toContain('set "needs" of unit in nx.json');
});
