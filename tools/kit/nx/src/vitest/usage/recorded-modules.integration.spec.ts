import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import type { Use } from '@vouch/testing/usage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RecordedFile, recordScratch } from '../../../proof/usage/record-scratch.ts';

const vitest = `import { expect, test, vi } from 'vitest';`;
const require = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
const shared = `${vitest} ${require} test('uses', async () => {
  require('./shared.cjs'); await import('reads-at-load'); await import('plugin-host'); });`;

const sources: Readonly<Record<string, string>> = {
  'transitive.spec.ts': `${vitest}\nimport { other } from '@demo/other';\ntest('uses', () => expect(other).toBe('at load'));`,
  'assets.spec.ts': `${vitest}\nimport json from './data/a.json';\nimport raw from './data/raw.txt?raw';\nimport url from './data/url.txt?url';\ntest('uses', () => expect([json, raw, url]).toHaveLength(3));`,
  'dynamic.spec.ts': `${vitest}\nconst lazy = { used: () => import('./one.ts'), unused: () => import('./two.ts') };\ntest('uses', async () => { await lazy.used(); });`,
  'actual.spec.ts': `${vitest}\ntest('uses', async () => { await vi.importActual('./one.ts'); });`,
  'globs.spec.ts': `${vitest}\nconst lazy = import.meta.glob('./globbed/*.ts');\nconst eager = import.meta.glob(['./globbed/deep/**/*.ts', '!./globbed/deep/no.ts'], { eager: true });\nconst none = import.meta.glob('./nothing/*.ts');\ntest('uses', () => expect([lazy, eager, none]).toHaveLength(3));`,
  'variable.spec.ts': `${vitest}\ntest('uses', async () => {\n  const name = 'one';\n  await import(\`./globbed/\${name}.ts\`);\n});`,
  'required.spec.ts': `${vitest} ${require}\ntest('uses', () => { require('./first.cjs'); require('./data/b.json'); });`,
  'resolved.spec.ts': `${vitest} ${require}\ntest('uses', () => {\n  expect(() => require.resolve('./missing.cjs')).toThrow('missing.cjs');\n});`,
  'natively.spec.ts': `${vitest} import { load } from 'loads-what-it-is-given';\ntest('uses', async () => { await load(new URL('./native.mjs', import.meta.url).href); });`,
  'snapshots.spec.ts': `${vitest}\ntest('uses', async () => {\n  expect(1).toMatchSnapshot();\n  await expect('text').toMatchFileSnapshot('./data/expected.txt');\n});`,
  'pending.spec.ts': `${vitest}\nimport './one.ts';\ntest.todo('later');`,
  'leaky.spec.ts': `${vitest} import fs from 'node:fs';\ntest('leaves a watcher', () => {\n  fs.watch('.');\n});`,
  'shared-1.spec.ts': shared,
  'shared-2.spec.ts': shared,
  'one.ts': `export const one = 1;`,
  'two.ts': `export const two = 2;`,
  'globbed/one.ts': `export {};`,
  'globbed/deep/two.ts': `export {};`,
  'globbed/deep/no.ts': `export {};`,
  'first.cjs': `require('./second.cjs');`,
  'second.cjs': `module.exports = 2;`,
  'native.mjs': `export default 1;`,
  'shared.cjs': `// read once in a worker\nrequire('node:fs').readFileSync(__dirname + '/data/shared.txt');\nmodule.exports = process.env.ASKED_AT_LOAD;`,
  'data/a.json': `{}`,
  'data/b.json': `{}`,
  'data/raw.txt': `raw`,
  'data/url.txt': `url`,
  'data/shared.txt': ``,
  'data/of-package.txt': ``,
  'data/expected.txt': `text`,
  '__snapshots__/snapshots.spec.ts.snap': `// Vitest Snapshot v1, https://vitest.dev/guide/snapshot.html\n\nexports[\`uses 1\`] = \`1\`;\n`,
};

const packages: Readonly<Record<string, string>> = {
  'loads-what-it-is-given': `exports.load = (url) => import(url);`,
  'reads-at-load': `require('node:fs').readFileSync('libs/demo/src/data/of-package.txt');`,
  'plugin-host': `require('plugin-' + 'guest');`,
  'plugin-guest': ``,
};

let recorded: Readonly<Record<string, RecordedFile>>;
const workspace = new ScratchWorkspace();

beforeAll(async () => {
  workspace.library('demo', inSources(sources));
  workspace.library('other', {
    'src/index.ts': `export { other } from './other.ts';`,
    'src/other.ts': `import { readFileSync } from 'node:fs';\nexport const other = readFileSync(\n  new URL('../other.txt', import.meta.url), 'utf8');\nvoid process.env.OTHER;`,
    'other.txt': 'at load',
  });
  for (const [name, source] of Object.entries(packages)) {
    const folder = join(workspace.path, 'node_modules', name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.js'), source);
  }
  recorded = await recordScratch(workspace, {}, true);
}, 60_000);

afterAll(() => workspace[Symbol.dispose]());

test('modules of other libraries and the files that they read on loading', () => {
  checkUses('transitive', {
    'libs/other/src/index.ts': imported('libs/demo/src/transitive.spec.ts'),
    'libs/other/src/other.ts': imported('libs/other/src/index.ts'),
    'libs/other/other.txt': { how: 'read', by: 'libs/other/src/other.ts:2' },
  });
  expect(usageOf('transitive').variables).toEqual({
    OTHER: { how: 'read', by: 'libs/other/src/other.ts:4' },
  });
});

test('JSON and assets', () => {
  const by = 'libs/demo/src/assets.spec.ts';
  checkUses('assets', {
    'libs/demo/src/data/a.json': imported(by),
    'libs/demo/src/data/raw.txt': imported(by),
    'libs/demo/src/data/url.txt': imported(by),
  });
});

test.each(['dynamic', 'actual'])('%s imports, if they run', (name) => {
  checkUses(name, { 'libs/demo/src/one.ts': imported(`libs/demo/src/${name}.spec.ts`) });
});

test('folders that Vite searches for an import', () => {
  const by = 'libs/demo/src/globs.spec.ts';
  checkUses('globs', {
    'libs/demo/src/globbed/': { how: 'listed', by: `${by}:2` },
    'libs/demo/src/globbed/deep/**': { how: 'listed', by: `${by}:3` },
    'libs/demo/src/globbed/deep/two.ts': imported(by),
    'libs/demo/src/nothing/': { how: 'listed', by: `${by}:4` },
  });
  checkUses('variable', {
    'libs/demo/src/globbed/': { how: 'listed', by: 'libs/demo/src/variable.spec.ts:4' },
    'libs/demo/src/globbed/one.ts': imported('libs/demo/src/variable.spec.ts'),
  });
});

test('files that Node loads by itself', () => {
  const by = 'libs/demo/src/required.spec.ts';
  checkUses('required', {
    'libs/demo/src/first.cjs': imported(by),
    'libs/demo/src/second.cjs': imported('libs/demo/src/first.cjs'),
    'libs/demo/src/data/b.json': imported(by),
  });
  checkUses('resolved', {
    'libs/demo/src/missing.cjs': { how: 'looked for', by: 'libs/demo/src/resolved.spec.ts:3' },
  });
  checkUses('natively', { 'libs/demo/src/native.mjs': imported('loads-what-it-is-given') });
  expect(usageOf('natively').packages).toEqual(['loads-what-it-is-given', 'vitest']);
});

test('snapshots', () => {
  const by = 'libs/demo/src/snapshots.spec.ts';
  checkUses('snapshots', {
    'libs/demo/src/__snapshots__/snapshots.spec.ts.snap': { how: 'read', by },
    'libs/demo/src/data/expected.txt': { how: 'read', by },
  });
});

test('files without running tests', () => {
  checkUses('pending', { 'libs/demo/src/one.ts': imported('libs/demo/src/pending.spec.ts') });
});

test('the guards see through the recorder and name the file that left a handle', () => {
  expect(recorded['libs/demo/src/leaky.spec.ts']?.problem).toContain('left a file watcher running');
});

test.each(['shared-1', 'shared-2'])(
  'a module that is loaded once per worker counts for each file: %s',
  (name) => {
    checkUses(name, {
      'libs/demo/src/shared.cjs': imported(`libs/demo/src/${name}.spec.ts`),
      'libs/demo/src/data/shared.txt': { how: 'read', by: 'libs/demo/src/shared.cjs:2' },
      'libs/demo/src/data/of-package.txt': { how: 'read', by: 'reads-at-load' },
    });
    const { variables, packages: loaded } = usageOf(name);
    expect(variables).toEqual({ ASKED_AT_LOAD: { how: 'read', by: 'libs/demo/src/shared.cjs:3' } });
    expect(loaded).toEqual(['plugin-guest', 'plugin-host', 'reads-at-load', 'vitest']);
  },
);

function checkUses(name: string, expected: Readonly<Record<string, Use>>): void {
  const spec = `libs/demo/src/${name}.spec.ts`;
  expect(recorded[spec]?.problem).toBe('');
  expect(usageOf(name).files).toEqual({ [spec]: imported(spec), ...expected });
}

function usageOf(name: string) {
  return recorded[`libs/demo/src/${name}.spec.ts`]!.usage;
}

function imported(by: string): Use {
  return { how: 'imported', by };
}

function inSources(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, source]) => [`src/${name}`, source]));
}
