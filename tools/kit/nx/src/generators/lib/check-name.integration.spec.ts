import { ts } from 'ts-morph';
import { expect, test } from 'vitest';
import componentGenerator from '../component/generator.ts';
import { cloneTree, filesOf } from '../../../proof/trees/clone-tree.ts';
import { oneOf, randomFrom } from '@vouch/scratch';
import { checkName } from './check-name.ts';

const parts = [
  'a',
  'b9',
  '-',
  '--',
  '/',
  '\\',
  '..',
  '.',
  ' ',
  '\0',
  '\n',
  '\u202e',
  'É',
  'ß',
  '😀',
  '~',
  '$',
  '%2e',
  ':',
  '*',
  '?',
  '"',
  "'",
  '<',
  '|',
  'con',
  'class',
  'A',
  '_',
  '9',
  'proto',
  '',
] as const;

function* hostileNames(count: number): Generator<string> {
  const random = randomFrom(1);
  for (let left = count; left > 0; left -= 1)
    yield Array.from({ length: random(8) }, () => oneOf(random, parts)).join('');
}

function verdictOf(name: unknown): string {
  try {
    return checkName(name, 'component', 'nx g component billing');
  } catch (error) {
    return String(error);
  }
}

test(
  'of 100,000 hostile names, accepted ones are plain words and rejected ones are reported on one line',
  { timeout: 30_000 },
  () => {
    const accepted = new Set<string>();
    for (const name of hostileNames(100_000)) {
      const verdict = verdictOf(name);
      if (verdict === name) accepted.add(name);
      else if (!/^Error: The component cannot be called ".*[^\u0000-\u001f]$/.test(verdict))
        throw new Error(JSON.stringify({ name, verdict }));
    }
    expect(
      [...accepted].filter((name) => !/^[a-z][a-z0-9-]{0,39}$/.test(name) || /--|-$/.test(name)),
    ).toEqual([]);
    expect(accepted.size).toBeGreaterThan(20);
  },
);

test.each([undefined, null, 3, {}, ['a']])('rejects a value that is not a text: %j', (name) => {
  expect(verdictOf(name)).toMatch(/cannot be called .*: it is empty/);
});

test(
  'each accepted name makes a readable component, and each rejected one changes nothing',
  { timeout: 120_000 },
  async () => {
    const names = new Set(hostileNames(100_000));
    const accepted = [...names].filter((name) => verdictOf(name) === name);
    for (const name of accepted) {
      const tree = cloneTree();
      await componentGenerator(tree, { name });
      const sources = Object.entries(filesOf(tree, `libs/${name}`)).filter(([path]) => path.endsWith('.ts'));
      const errors = sources.flatMap(
        ([, text]) => ts.transpileModule(text, { reportDiagnostics: true }).diagnostics,
      );
      expect({ name, count: sources.length, errors }).toEqual({ name, count: sources.length, errors: [] });
    }
    const tree = cloneTree();
    const before = filesOf(tree);
    for (const name of [...names].filter((each) => !accepted.includes(each)).slice(0, 500))
      await expect(componentGenerator(tree, { name })).rejects.toThrow('cannot be called');
    expect(filesOf(tree)).toEqual(before);
  },
);
