import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RecordedFile, recordScratch } from '../../../proof/usage/record-scratch.ts';

const head = [
  `import { execFileSync } from 'node:child_process';`,
  `import { DatabaseSync } from 'node:sqlite';`,
  `import { expect, test } from 'vitest';`,
  `import { laterOn, onItsOwn } from 'reads-for-itself';`,
  `void onItsOwn;`,
  ``,
].join('\n');

/** Entries of "Not seen" in docs/usage.md, each with a use that is not recorded. */
const notSeen: Readonly<Record<string, string>> = {
  'copies.spec.ts': `test('reads a copy', () => {
    expect({ ...process.env }.NOT_SEEN).toBe('given'); });`,
  'replaced.bench.spec.ts': `test('replaces the environment', () => {
    process.env = { ...process.env }; expect(process.env.NOT_SEEN).toBe('given'); });`,
  'packages.spec.ts': `test('has a package that reads for itself', async () => {
    expect(onItsOwn).toBe('given'); expect(await laterOn()).toBe('given'); });`,
  'natively.spec.ts': `test('lets SQLite read', () => {
    using database = new DatabaseSync(':memory:');
    database.exec("attach '" + import.meta.dirname + "/../data.db' as other"); });`,
  'programs.spec.ts': `test('lets a program read by itself', () => {
    execFileSync('sh', ['-c', 'for file in *; do cat "$file"; done'], { cwd: import.meta.dirname + '/../data' }); });`,
  'without-options.spec.ts': `test('starts Node without its options', () => {
    const script = 'fs.readFileSync("libs/demo/data/a.txt"); process.stdout.write(String(process.env.NOT_SEEN))';
    const output = execFileSync('env', ['-u', 'NODE_OPTIONS', process.execPath, '-e', script], { encoding: 'utf8' });
    expect(output).toBe('given'); });`,
};

const readsForItself = `
  exports.onItsOwn = process.env.NOT_SEEN;
  const { promise, resolve } = Promise.withResolvers();
  setImmediate(() => resolve(process.env.NOT_SEEN));
  exports.laterOn = () => promise;`;

let recorded: Readonly<Record<string, RecordedFile>>;
const workspace = new ScratchWorkspace();

beforeAll(async () => {
  const specs = Object.entries(notSeen).map(([name, source]): [string, string] => [
    `src/${name}`,
    head + source,
  ]);
  workspace.library('demo', { ...Object.fromEntries(specs), 'data.db': '', 'data/a.txt': '' });
  const folder = join(workspace.path, 'node_modules/reads-for-itself');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), readsForItself);
  recorded = await recordScratch(workspace, { NOT_SEEN: 'given' });
}, 120_000);

afterAll(() => workspace[Symbol.dispose]());

test.each(Object.keys(notSeen))('is documented as not seen: %s', (name) => {
  const spec = `libs/demo/src/${name}`;
  const { problem, usage } = recorded[spec]!;
  expect(problem).toBe('');
  expect(usage.files).toEqual({ [spec]: { how: 'imported', by: spec } });
  expect(usage.variables).toEqual({});
});
