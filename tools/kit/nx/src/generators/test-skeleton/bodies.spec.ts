/**
 * What is generated is formatted, and Prettier takes its time.
 *
 * @module-tag slow
 */
import type { Tree } from '@nx/devkit';
import { readJson } from '@nx/devkit';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { changeContract } from '../../../proof/trees/cache-component.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import {
  vaultComponent,
  vaultContract,
  vaultFixtures,
  vaultTests,
} from '../../../proof/trees/vault-component.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import testSkeletonGenerator from './generator.ts';
import type { TestSkeletonSchema } from './schema.d.ts';

beforeAll(warmUp);
beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});

async function generate(tree = vaultComponent(), options: Partial<TestSkeletonSchema> = {}): Promise<Tree> {
  await testSkeletonGenerator(tree, { component: 'vault', ...options });
  return tree;
}

function textOf(tree: Tree, path = vaultTests): string {
  return tree.read(path, 'utf-8') ?? '';
}

/** The test of a promise on one line. */
async function testOf(promise: string, tree: Tree): Promise<string> {
  const text = textOf(await generate(tree)).replace(/\s+/g, ' ');
  const at = text.indexOf(`promise: '${promise}'`);
  return text.slice(text.lastIndexOf('*/ ', at) + 3).replace(/ (?:\/\*\*|(?<=\);) \}\);).*/, '');
}

test.each(['unit', 'contract'] as const)('at the level %s, tests that can be framed are', async (level) => {
  const tree = await generate(vaultComponent(), { level });
  const file = level === 'unit' ? 'vault.spec.ts' : 'vault.suite.ts';
  await expect(textOf(tree, `libs/vault/test/src/${level}/${file}`)).toMatchFileSnapshot(
    `../../../proof/golden/test-skeleton/${file}.txt`,
  );
  expect(readJson(tree, 'libs/vault/test/package.json')).toMatchObject({
    dependencies: { '@acme/vault-contract': '0.0.0', 'fast-check': '4.10.2' },
  });
});

test('the law of a function runs on the function that the contract library exports', async () => {
  const text = textOf(await generate(), 'libs/vault/test/src/unit/larger.spec.ts').replace(/\s+/g, ' ');
  expect(text).toContain(
    '({ expect }) => { fc.assert( fc.property(fc.integer(), fc.integer(), (a, b) => { const most = larger(a, b); expect(most === a || most === b).toEqual(true); }), ); }',
  );
  expect(text).toContain("import { larger } from '@acme/vault-contract';");
});

test.each([
  ['there is no fixture of the contract', (fixtures: string) => fixtures.replace("'vault'", "'safe'")],
  ['there are no fixtures', () => ''],
])('nothing runs where %s', async (_, change) => {
  const tree = await generate(vaultComponent(vaultContract, change(vaultFixtures)));
  expect(textOf(tree)).not.toMatch(/\btest\(|fc\./);
});

test('without fast-check there are no properties', async () => {
  const tree = vaultComponent();
  tree.delete('node_modules/fast-check/package.json');
  expect(textOf(await generate(tree))).not.toContain('fc.');
});

test.each([
  ['of one tenant alone', (fixtures: string) => fixtures.replace("'otherTenant'", "'guest'")],
  ['of other types', (fixtures: string) => fixtures.replaceAll('Actor', 'Session')],
])('tenants are not kept apart by fixtures %s', async (_, change) => {
  const tree = vaultComponent(vaultContract, change(vaultFixtures));
  expect(await testOf('Vault.list#tenant:list', tree)).toMatch(/^test\.todo\([^()]*\);/);
});

test('what is not known by its type is taken from the fixture of its name', async () => {
  const contract = vaultContract.replace('text: string, tags', 'text: Text, tags');
  expect(await testOf('Vault.add#tenant:create', vaultComponent(contract))).toMatch(/^test\.todo/);
  const fixtures = vaultFixtures
    .replace(';\n', ';')
    .replace(/;\n$/, "\n  .extend('text', (): Text => made);\n");
  expect(await testOf('Vault.add#tenant:create', vaultComponent(contract, fixtures))).toContain(
    'async ({ vault, owner, otherTenant, text, expect }) => { const made = await vault.add(owner, text);',
  );
});

test('a store that is a tenant’s own is held against the same store as another tenant sees it', async () => {
  const contract = `/** @tenantScoped */
export interface Store {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}`;
  const fixtures = "export const test = base.extend('store', make).extend('foreignStore', make);\n";
  const tree = await generate(vaultComponent(contract, fixtures));
  const text = textOf(tree, 'libs/vault/test/src/unit/store.spec.ts').replace(/\s+/g, ' ');
  const made =
    "async ({ store, foreignStore, expect }) => { await store.set('key', 'value'); expect(await store.get('key')).toBeTruthy();";
  const kept =
    "const before = await store.get('key'); await foreignStore.CHANGE; expect(await store.get('key')).toEqual(before);";
  expect(text).toContain(`${made} expect(await foreignStore.get('key')).toBe(undefined); }`);
  expect(text).toContain(`${made} ${kept.replace('CHANGE', "set('key', 'another')")} }`);
  expect(text).toContain(`${made} ${kept.replace('CHANGE', "delete('key')")} }`);
});

test('when a law loses its code, its test and what only that imported go', async () => {
  const tree = await generate();
  const before = textOf(tree);
  changeContract(tree, /   \* ```ts\n[^`]*```\n/.exec(vaultContract)?.[0] ?? '', '', 'vault');
  await generate(tree);
  expect(await testOf('Vault.seal#law', tree)).toContain('vault.seal(value); expect.unreachable(');
  changeContract(tree, '@law What is sealed is opened as it was.', '@remarks Seals.', 'vault');
  changeContract(tree, '   * @law Never seals the same twice.\n', '', 'vault');
  changeContract(tree, ' * @invariant No note is lost.\n', '', 'vault');
  await generate(tree, { prune: true });
  expect(before).toContain("import fc from 'fast-check';");
  expect(textOf(tree)).not.toMatch(/fast-check|Json|unreachable/);
  const once = filesOf(tree);
  expect(filesOf(await generate(tree))).toEqual(once);
});

test('a file without the fixtures gets tests that do not ask for them', async () => {
  const tree = vaultComponent();
  tree.write(
    vaultTests,
    "import { it } from 'vitest';\n\nit('mine', { meta: { promise: 'Vault.seal#law:2' } }, () => {});\n",
  );
  await generate(tree);
  expect(textOf(tree)).not.toContain('fc.');
});
