import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileCases } from '../../../proof/usage/file-cases.ts';
import { type RecordedFile, recordScratch } from '../../../proof/usage/record-scratch.ts';

const head = [
  `import fs, { existsSync, readFileSync } from 'node:fs';`,
  `import { access, open, readFile } from 'node:fs/promises';`,
  `import { DatabaseSync } from 'node:sqlite';`,
  `import { join, relative } from 'node:path';`,
  `import { promisify } from 'node:util';`,
  `import { beforeAll, expect, test } from 'vitest';`,
  `const root = join(import.meta.dirname, '../../..');`,
  `const file = join(root, 'libs/demo/data/NAME.txt');`,
  `const folder = join(root, 'libs/demo/data/NAME');`,
  `const temporary = (name) => join(process.env.TMPDIR, name);`,
  ``,
].join('\n');

/** A level with a process per file and without guards. */
const isolated = `import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';\ntest('reads', () => {\n  readFileSync('nx.json');\n});`;

let recorded: Readonly<Record<string, RecordedFile>>;
const workspace = new ScratchWorkspace();
const temporary = mkdtempSync(join(tmpdir(), 'vouch-usage-'));

beforeAll(async () => {
  const names = Object.keys(fileCases);
  const specs = Object.entries(fileCases).map(([name, [source]]): [string, string] => [
    specOf(name),
    (head + source).replaceAll('NAME', name),
  ]);
  const data = names.flatMap((name): [string, string][] => [
    [`data/${name}.txt`, ''],
    [`data/${name}/one.txt`, ''],
    [`data/${name}/two.txt`, ''],
  ]);
  workspace.library('demo', {
    ...Object.fromEntries([...specs, ...data]),
    'src/isolated.bench.spec.ts': isolated,
  });
  for (const name of names) symlinkSync('one.txt', join(workspace.path, `libs/demo/data/${name}/link`));
  recorded = await recordScratch(workspace, { TMPDIR: temporary });
}, 60_000);

afterAll(() => {
  workspace[Symbol.dispose]();
  rmSync(temporary, { recursive: true });
});

test.each(Object.entries(fileCases))('%s', (name, [source, uses]) => {
  const spec = `libs/demo/${specOf(name)}`;
  const line = (head + source).split('\n').findIndex((text) => text.includes('HERE')) + 1;
  const expected = Object.entries(uses).map(([path, how]) => [
    `libs/demo/${path.replace('NAME', name)}`,
    { how, by: `${spec}:${line}` },
  ]);
  const { problem, usage } = recorded[spec]!;
  expect(problem).toBe('');
  expect(usage.files).toEqual({ [spec]: { how: 'imported', by: spec }, ...Object.fromEntries(expected) });
  expect(usage.variables).toEqual({});
});

test('a file in a separate process', () => {
  const spec = 'libs/demo/src/isolated.bench.spec.ts';
  expect(recorded[spec]?.problem).toBe('');
  expect(recorded[spec]?.usage.files).toEqual({
    [spec]: { how: 'imported', by: spec },
    'nx.json': { how: 'read', by: `${spec}:4` },
  });
});

function specOf(name: string): string {
  return `src/${name}.spec.ts`;
}
