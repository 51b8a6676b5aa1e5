/**
 * The generator formats its files, and Prettier takes its time.
 *
 * @module-tag slow
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, type Tree, writeJson } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import initGenerator from './generator.ts';

const { dependencies } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
) as { dependencies: Record<string, string> };

beforeAll(warmUp);
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue(undefined));
afterEach(() => void vi.restoreAllMocks());
const said = () => vi.mocked(console.log).mock.calls.flat().join('\n');

/** As create-nx-workspace makes one, and as it is once the packages are installed. */
function workspace(): Tree {
  const tree = createTree();
  writeJson(tree, 'nx.json', { plugins: ['@nx/js/typescript'], namedInputs: { default: ['mine'] } });
  writeJson(tree, 'package.json', { name: 'shop', devDependencies: { nx: '23.2.1' } });
  tree.write('.gitignore', 'dist');
  return tree;
}

test('registers the plugin, and adds Vitest, its configuration, tags and ignored results', async () => {
  const tree = workspace();
  await initGenerator(tree, { yes: true });
  expect(readJson(tree, 'nx.json')).toEqual({
    plugins: ['@nx/js/typescript', '@vouch/nx'],
    namedInputs: { default: ['mine'], production: ['default', '!{projectRoot}/**/*.spec.ts'] },
  });
  expect(readJson(tree, 'package.json')).toEqual({
    name: 'shop',
    devDependencies: {
      '@vouch/testing': dependencies['@vouch/testing'],
      nx: '23.2.1',
      vitest: dependencies['vitest'],
    },
  });
  expect(tree.read('vitest.config.ts', 'utf-8')).toContain(
    'export default vouchConfig(import.meta.dirname);',
  );
  expect(tree.read('.gitignore', 'utf-8')).toBe('dist\n.vouch/\n');
  expect(readJson<{ tagDefinitions: object[] }>(tree, 'tsdoc.json').tagDefinitions).toContainEqual(
    expect.objectContaining({ tagName: '@promise' }),
  );
  expect(said()).toContain('nx.json            registers @vouch/nx');
});

test('again changes nothing, and says so', async () => {
  const tree = workspace();
  await initGenerator(tree, { yes: true });
  const before = filesOf(tree);
  await initGenerator(tree, { yes: true });
  expect(filesOf(tree)).toEqual(before);
  expect(said()).toContain('Vouch is set up already: nothing to change.');
});

test('without a person to ask, files that exist stay, and the command that changes them is printed', async () => {
  const tree = workspace();
  const { 'nx.json': settings, 'package.json': manifest, '.gitignore': ignored } = filesOf(tree);
  await initGenerator(tree, {});
  expect(filesOf(tree)).toMatchObject({
    'nx.json': settings,
    'package.json': manifest,
    '.gitignore': ignored,
    'vitest.config.ts': expect.stringContaining('vouchConfig') as string,
  });
  expect(said()).toContain('Not changed without consent:\n  nx.json');
  expect(said()).toContain('npx nx g @vouch/nx:init --yes');
});

test('an existing Vitest configuration stays, and the output names the change to make by hand', async () => {
  const tree = workspace();
  tree.write('vitest.config.mts', 'export default {};\n');
  await initGenerator(tree, { yes: true });
  expect(tree.read('vitest.config.mts', 'utf-8')).toBe('export default {};\n');
  expect(tree.exists('vitest.config.ts')).toBe(false);
  expect(said()).toContain('vitest.config.mts is yours and stays as it is.');
});

test('a configuration of levels needs no change by hand', async () => {
  const tree = workspace();
  tree.write('vitest.config.ts', "import { vouchConfig } from '@vouch/nx/vitest';\n");
  await initGenerator(tree, { yes: true });
  expect(said()).not.toContain('is yours');
});
