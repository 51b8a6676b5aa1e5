import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScratch } from '../run-scratch.ts';
import { typeErrors } from './check-types.ts';
import { readExamples } from './read-examples.ts';
import { renderExample } from './render-example.ts';

const examples = readExamples(join(import.meta.dirname, '../../src/index.ts'));
const names = examples.map(({ name }) => name);
const files = Object.fromEntries(
  examples.map((example) => [`${example.name}.spec.ts`, renderExample(example, names)]),
);

test('every exported value has an example', () => {
  expect(names).toContain('specMock');
  expect(examples.filter(({ code }) => code === undefined).map(({ name }) => name)).toEqual([]);
});

test('examples have no type errors', { tags: ['slow'] }, () => {
  expect(typeErrors(files)).toEqual([]);
});

test('type errors are detected', { tags: ['slow'] }, () => {
  expect(typeErrors({ 'wrong.spec.ts': `export const port: number = 'x';` })).toEqual([
    `wrong.spec.ts: Type 'string' is not assignable to type 'number'.`,
  ]);
});

test('examples run', { tags: ['slow'] }, async () => {
  const { results, output } = await runScratch(files, 'integration');
  const failed = Object.entries(results).filter(([, { status }]) => status !== 'passed');
  expect(Object.keys(results), output).toHaveLength(names.length);
  expect(Object.fromEntries(failed)).toEqual({});
});
