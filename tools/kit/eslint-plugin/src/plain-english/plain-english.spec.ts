import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { plainEnglish } from './plain-english.ts';

/** Lints code and returns the reported words as `word line:column`. */
function reported(code: string, options: object = {}): string[] {
  const plugins = { vouch: { rules: { 'plain-english': plainEnglish } } };
  const rules: Linter.RulesRecord = { 'vouch/plain-english': ['error', options] };
  return new Linter()
    .verify(code, [{ plugins, rules }])
    .map(({ message, line, column }) => `${/"(.*)"\. Use/.exec(message)?.[1] ?? message} ${line}:${column}`);
}

describe('comments', () => {
  test.each([
    ['// Whoever serves makes no database.', ['whoever 1:4']],
    ['// A process of  its own.', ['of its own 1:14']],
    ['/**\n * Reads the file anew,\n * and mends it.\n */', ['anew 2:19', 'mends 3:8']],
  ])('%j contains avoided words', (code, words) => {
    expect(reported(code)).toEqual(words);
  });

  test.each([
    ['/** Whether it ran. */', ['Whether 1:5']],
    ['// Runs it. What it prints is kept.', ['What 1:13']],
    ['/**\n * Where new files go.\n */', ['Where 2:4']],
  ])('%j contains a noun clause as a sentence', (code, words) => {
    expect(reported(code)).toEqual(words);
  });

  test.each([
    '// Returns the lines of the report.',
    '// Reports whether it ran.',
    '// The name `nobody` is code, and "amend" is another word.',
    '/* What is a promise? A sentence that a caller may rely on. */',
  ])('%j is plain', (code) => {
    expect(reported(code)).toEqual([]);
  });
});

describe('messages', () => {
  test.each([
    ["throw new TypeError('There is no server to be had');", ['to be had 1:41']],
    ['throw new Error(`${a} and ${b} have parted`);', ['have parted 1:32']],
    ["console.error('one ' + (a ? 'told' : 'other'));", ['told 1:30']],
    ["class BoxError extends Error {\n  constructor() { super('still not so'); }\n}", ['still not so 2:26']],
  ])('%j contains avoided words', (code, words) => {
    expect(reported(code)).toEqual(words);
  });

  test.each([
    "new Map([['told', 1]]);",
    "log('whoever');",
    'throw new Error(nobody);',
    "throw new Error('No server answers. Run: npm start');",
  ])('%j is plain', (code) => {
    expect(reported(code)).toEqual([]);
  });
});

test('the option adds words', () => {
  const code = '// Leverages nothing, but may leverage.';
  expect(reported(code, { words: { leverage: 'use' } })).toEqual(['leverage 1:31']);
});
