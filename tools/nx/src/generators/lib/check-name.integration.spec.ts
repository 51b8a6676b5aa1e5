import { expect, test } from 'vitest';
import { oneOf, randomFrom } from '../spec-trees/random-from.ts';
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

function verdictOf(name: unknown): string {
  try {
    return checkName(name, 'component', 'nx g component billing');
  } catch (error) {
    return String(error);
  }
}

test(
  'of 100,000 hostile names those accepted are plain words, and those refused are told on one line',
  { timeout: 30_000 },
  () => {
    const random = randomFrom(1);
    const accepted = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) {
      const name = Array.from({ length: random(8) }, () => oneOf(random, parts)).join('');
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

test.each([undefined, null, 3, {}, ['a']])('what is no text is refused: %j', (name) => {
  expect(verdictOf(name)).toMatch(/cannot be called .*: it is empty/);
});
