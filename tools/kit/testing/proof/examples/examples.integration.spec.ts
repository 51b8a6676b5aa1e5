import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScratch } from '../run-scratch.ts';
import { typeErrors } from './check-types.ts';
import { internalEntries, readEntries } from './entries.ts';
import { readExamples } from './read-examples.ts';
import { declared, notes, renderExample, type Source } from './render-example.ts';

const entries = Object.entries(readEntries());
const examples = entries
  .filter(([entry]) => internalEntries[entry] === undefined)
  .map(([entry, module]) => ({ entry, found: readExamples(module) }));

const rendered = examples.flatMap(({ entry, found }) =>
  found.map((example) => ({
    entry,
    file: join(entry, `${example.name}.spec.ts`),
    ...renderExample(example, sourcesOf(entry)),
  })),
);

describe.each(examples)('the entry $entry', ({ found }) => {
  test('exports values, and each has an example', () => {
    expect(found).not.toEqual([]);
    expect(found.filter(({ code }) => code === undefined).map(({ name }) => name)).toEqual([]);
  });
});

test('entries without examples exist', () => {
  expect(entries.map(([entry]) => entry)).toEqual(expect.arrayContaining(Object.keys(internalEntries)));
});

test('examples do not run only where a scratch test lacks what they need', () => {
  const skipped = new Set(rendered.filter(({ runs }) => !runs).map(({ entry }) => entry));
  expect([...skipped].toSorted()).toEqual([
    './api',
    './api/browser',
    './schema',
    './schema/prove',
    './servers/redis',
  ]);
});

test('examples have no type errors', { tags: ['slow'] }, () => {
  expect(typeErrors(Object.fromEntries(rendered.map(({ file, text }) => [file, text])))).toEqual([]);
});

test('type errors are detected', { tags: ['slow'] }, () => {
  expect(typeErrors({ 'wrong.spec.ts': `export const port: number = 'x';` })).toEqual([
    `wrong.spec.ts: Type 'string' is not assignable to type 'number'.`,
  ]);
});

test('examples run', { tags: ['slow'] }, async () => {
  const running = rendered.filter(({ runs }) => runs).map(({ file, text }) => [file, text] as const);
  const { results, output } = await runScratch(Object.fromEntries(running), 'integration');
  const failed = Object.entries(results).filter(([, { status }]) => status !== 'passed');
  expect(Object.keys(results), output).toHaveLength(running.length);
  expect(Object.fromEntries(failed)).toEqual({});
});

/** The examples of the main entry need nothing but the entry. */
function sourcesOf(entry: string): Source[] {
  return entry === '.' ? [sourceOf('.')] : [sourceOf(entry), sourceOf('.'), notes, declared];
}

function sourceOf(entry: string): Source {
  const names = examples.find((each) => each.entry === entry)?.found.map(({ name }) => name) ?? [];
  return { specifier: join('@vouch/testing', entry), names };
}
