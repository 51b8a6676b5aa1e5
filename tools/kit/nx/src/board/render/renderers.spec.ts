import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Board, BoardPromise } from '../board.ts';
import { exceededLimits } from '../gate.ts';
import { promisesOf } from '../totals.ts';
import { renderAnnotations } from './render-annotations.ts';
import { renderJunit } from './render-junit.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderTable } from './render-table.ts';

const hostile = 'a | b <img onerror="x"> & `c` \u0000 100 %\nnext: \u{1F600}';
const place = { file: 'libs/cache/contract/src/index.ts', line: 7 };
const common = {
  contract: 'Cache',
  member: 'Cache.get',
  category: 'errors',
  signature: '',
  revision: 'r',
  tests: [],
  place,
};
const missing: BoardPromise = { ...common, id: 'Cache.get#throws:E', state: 'missing', text: hostile };
const tested: BoardPromise = { ...common, id: 'Cache.get#returns', state: 'tested', text: 'the value' };
const waived: BoardPromise = { ...common, id: 'Cache.get#remarks', state: 'waived', text: 'rest' };
const board: Board = { components: [{ name: 'cache', promises: [missing, tested, waived] }] };

describe('the table', () => {
  test('has totals, and the promises that need attention with their place and the command that helps', () => {
    const text = stripVTControlCharacters(renderTable(board));
    expect(text).toMatch(/^cache .* 1 tested, 1 waived, 1 missing$/m);
    expect(text).toContain(`missing   Cache.get#throws:E  ${place.file}:7`);
    expect(text).toContain('npx nx g test-skeleton cache');
    expect(text).toContain('3 promises: 1 tested, 1 waived, 1 missing');
    expect(text).not.toContain('Cache.get#returns');
  });

  test('has the words of a stale promise before and now', () => {
    const stale: BoardPromise = { ...tested, state: 'stale', before: { text: 'a value', signature: '' } };
    const text = renderTable({ components: [{ name: 'cache', promises: [stale] }] });
    expect(text).toMatch(/before: a value\n +now: {4}the value\n/);
    expect(text).toContain("npm run board -- --accept='Cache.get#returns'");
  });
});

test('Markdown escapes the words of a contract', () => {
  const row = renderMarkdown(promisesOf(board))
    .split('\n')
    .find((line) => line.startsWith('| missing'));
  expect(row).toContain(String.raw`a \| b \<img onerror="x"\> \& \`c\``);
  expect(row?.match(/(?<!\\)\|/g)).toHaveLength(6);
});

test('JUnit XML is well-formed, with failures and skipped cases', () => {
  const xml = renderJunit(board);
  expect(xml).toContain('<testsuite name="cache" tests="3" failures="1" skipped="1">');
  expect(xml).toContain('a | b &#60;img onerror=&#34;x&#34;&#62; &#38; `c`  100 %&#10;next: \u{1F600}');
  expect(xml).not.toContain('\u0000');
  expect(xml).toContain(
    `<testcase classname="Cache.get" name="Cache.get#returns" file="${place.file}" line="7"/>`,
  );
});

test('annotations stand at the line of the contract', () => {
  const lines = renderAnnotations(promisesOf(board)).trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /^::error file=libs\/cache\/contract\/src\/index\.ts,line=7,title=missing%3A Cache\.get#throws%3AE::/,
  );
  expect(lines[0]).toContain('100 %25%0Anext');
});

test('the gate refuses more promises in a state than its limit', () => {
  const exceeded = (limits: Parameters<typeof exceededLimits>[1]) =>
    exceededLimits(promisesOf(board), limits);
  expect(exceeded({})).toEqual([
    '1 promise is missing. Expected at most 0. See: npm run board -- --state=missing',
  ]);
  expect(exceeded({ missing: 1 })).toEqual([]);
  expect(exceeded({ missing: 1, waived: 0 })).toEqual([expect.stringContaining('1 promise is waived.')]);
});
