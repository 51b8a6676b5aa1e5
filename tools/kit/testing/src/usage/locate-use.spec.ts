import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locateUse } from './locate-use.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'vouch-usage-'));
  write(
    'libs/a/src/a.ts',
    `// a comment\nimport { b } from './b.ts';\nimport {\n  c,\n} from './c/index.ts';\nimport '@demo/other';\nconst d = () => import('./d');\nconst text = require('../text.json');\nimport raw from './raw.txt?raw';\n`,
  );
  write('libs/other/package.json', `{ "name": "@demo/other" }`);
});

afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ['libs/a/src/b.ts', 2],
  ['libs/a/src/c/index.ts', 5],
  ['libs/other/src/deep/other.ts', 6],
  ['libs/a/src/d.ts', 7],
  ['libs/a/text.json', 8],
  ['libs/a/src/raw.txt', 9],
])('finds the line that imports %s', (path, line) => {
  expect(locateUse(root, path, { how: 'imported', by: 'libs/a/src/a.ts' })).toBe(`libs/a/src/a.ts:${line}`);
});

test.each([
  ['a known line', 'libs/a/src/a.ts:77'],
  ['a package', 'pg'],
  ['a deleted file', 'libs/a/src/gone.ts'],
])('leaves %s unchanged', (_what, by) => {
  expect(locateUse(root, 'libs/a/src/b.ts', { how: 'read', by })).toBe(by);
});

test('returns only the file if no line of it imports the module', () => {
  const by = 'libs/a/src/a.ts';
  expect(locateUse(root, 'libs/a/src/bb.ts', { how: 'imported', by })).toBe(by);
  expect(locateUse(root, 'libs/third/src/index.ts', { how: 'imported', by })).toBe(by);
});

function write(file: string, content: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
