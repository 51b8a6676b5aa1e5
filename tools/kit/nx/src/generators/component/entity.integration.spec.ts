import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, test } from 'vitest';
import factoryGenerator from '../factory/generator.ts';
import fixturesGenerator from '../fixtures/generator.ts';
import { formatText } from '../lib/format-text.ts';
import { scopeOf } from '../lib/workspace-packages.ts';
import { quietTrees } from '../../../proof/trees/quiet-trees.ts';
import { changesOf, thisWorkspace } from '../../../proof/trees/this-workspace.ts';
import removeComponentGenerator from '../remove-component/generator.ts';
import testSkeletonGenerator from '../test-skeleton/generator.ts';
import componentGenerator from './generator.ts';
import type { ComponentSchema } from './schema.d.ts';

const patient = { timeout: 120_000 };

beforeEach(quietTrees);

async function made(options: Partial<ComponentSchema>): Promise<Tree> {
  const tree = thisWorkspace();
  await componentGenerator(tree, { name: 'ledger', ...options });
  return tree;
}

/** Removes the differences of a clone with another scope and other line breaks. */
function inScopeOfSamples(tree: Tree, path: string, text: string): Promise<string> {
  return formatText(tree, path, text.replaceAll(`${scopeOf(tree)}/`, '@acme/'));
}

const read = (tree: Tree, path: string) => tree.read(path, 'utf-8') ?? '';

test('with an entity and routes, all files match the golden files', patient, async () => {
  const tree = await made({ entity: 'LedgerLine', route: true });
  const changes = changesOf(tree);
  expect(Object.keys(changes).toSorted()).toMatchInlineSnapshot(`
    [
      "apps/api-e2e/package.json",
      "apps/api-e2e/src/support/contract/contracts.ts",
      "apps/api-e2e/tsconfig.json",
      "apps/api/package.json",
      "apps/api/src/components/components.ts",
      "apps/api/src/components/ledger/ledger.ts",
      "apps/api/tsconfig.json",
      "libs/ledger/app/package.json",
      "libs/ledger/app/src/create-ledger.ts",
      "libs/ledger/app/src/entities/ledger-entities.ts",
      "libs/ledger/app/src/entities/ledger-line.ts",
      "libs/ledger/app/src/index.ts",
      "libs/ledger/app/src/migrations/0001-ledger.ts",
      "libs/ledger/app/src/migrations/ledger-migrations.ts",
      "libs/ledger/app/src/routes/ledger-routes.ts",
      "libs/ledger/app/src/services/ledger-lines-service.ts",
      "libs/ledger/app/tsconfig.json",
      "libs/ledger/contract/package.json",
      "libs/ledger/contract/src/errors.ts",
      "libs/ledger/contract/src/index.ts",
      "libs/ledger/contract/src/ledger-line.ts",
      "libs/ledger/contract/src/ledger-lines.ts",
      "libs/ledger/contract/tsconfig.json",
      "libs/ledger/test/fixtures.json",
      "libs/ledger/test/package.json",
      "libs/ledger/test/src/factories/generated/ledger-factories.ts",
      "libs/ledger/test/src/factories/generated/ledger-line-base.ts",
      "libs/ledger/test/src/factories/ledger-line-factory.ts",
      "libs/ledger/test/src/fixtures.ts",
      "libs/ledger/test/src/index.ts",
      "libs/ledger/test/src/integration/factories.spec.ts",
      "libs/ledger/test/src/integration/ledger-lines.spec.ts",
      "libs/ledger/test/tsconfig.json",
      "package-lock.json",
      "tsconfig.json",
    ]
  `);
  const golden = [
    'app/src/migrations/0001-ledger.ts',
    'app/src/routes/ledger-routes.ts',
    'contract/src/ledger-lines.ts',
  ];
  for (const path of golden) {
    const text = await inScopeOfSamples(tree, path, changes[`libs/ledger/${path}`] ?? '');
    await expect(text).toMatchFileSnapshot(`../../../proof/golden/component/${path.split('/').at(-1)}.txt`);
  }
  expect(read(tree, 'apps/api/src/components/components.ts')).toMatch(/components: .* = \[.*\bledger\b.*\];/);
  expect(read(tree, 'libs/ledger/test/src/integration/ledger-lines.spec.ts')).not.toMatch(
    /todo|revision: ''/,
  );
});

test('the checks of factories, fixtures and tests find no difference', patient, async () => {
  const tree = await made({ entity: true, route: true });
  const before = changesOf(tree);
  await factoryGenerator(tree, { subject: 'ledger', check: true });
  await fixturesGenerator(tree, { component: 'ledger', check: true });
  await testSkeletonGenerator(tree, { component: 'ledger', check: true });
  expect(changesOf(tree)).toEqual(before);
});

test('its removal restores the workspace', patient, async () => {
  const tree = await made({ entity: true, route: true });
  expect(changesOf(tree)).toHaveProperty(['libs/ledger/contract/src/ledger-entries.ts']);
  await removeComponentGenerator(tree, { name: 'ledger' });
  expect(changesOf(tree)).toEqual({});
});

test('without routes the API has the table, but no routes', patient, async () => {
  const tree = await made({ entity: 'Line' });
  expect(read(tree, 'apps/api/src/components/ledger/ledger.ts')).not.toContain('configure');
  expect(tree.exists('libs/ledger/app/src/routes')).toBe(false);
  expect(read(tree, 'apps/api-e2e/src/support/contract/contracts.ts')).not.toContain('ledger');
});

test.each<[Partial<ComponentSchema>, string, string]>([
  [{ name: 'invoices', entity: true }, 'invoices', 'invoice'],
  [{ name: 'policies', entity: true }, 'policies', 'policy'],
  [{ entity: 'tax-box' }, 'tax-boxes', 'tax-box'],
  [{ route: true }, 'ledger-entries', 'ledger-entry'],
])('%o creates a contract %s', patient, async (options, many, one) => {
  const tree = await made(options);
  const contract = `libs/${options.name ?? 'ledger'}/contract/src`;
  expect([`${many}.ts`, `${one}.ts`].map((file) => tree.exists(`${contract}/${file}`))).toEqual([true, true]);
});

test('an empty answer to the prompt for an entity means none', patient, async () => {
  const tree = await made({ entity: '' });
  expect(tree.exists('libs/ledger/app/src/entities')).toBe(false);
});

describe('is rejected, and nothing is written', () => {
  test.each([
    [{ entity: '../evil' }, 'The entity cannot be called "../evil": it is a path'],
    [{ entity: 'Error' }, 'The entity cannot be called "error": it is a type of TypeScript'],
    [{ entity: 'User' }, 'The table "users" exists: see libs/identity/app/src/migrations/'],
    [
      { entity: 'User' },
      'Expected an entity with a new table. Nothing was written. Run: nx g component ledger --entity=LedgerUser',
    ],
    [{ entity: 'Setting' }, 'The entity cannot be called "settings": it is a fixture of the kit'],
  ])('%o', async (options, message) => {
    const tree = thisWorkspace();
    await expect(componentGenerator(tree, { name: 'ledger', ...options })).rejects.toThrow(message);
    expect(changesOf(tree)).toEqual({});
  });

  test('without organizations, or without an API', patient, async () => {
    const tree = thisWorkspace();
    tree.delete('apps/api/src/components/components.ts');
    await expect(componentGenerator(tree, { name: 'ledger', route: true })).rejects.toThrow(
      'The workspace has no API to serve the component',
    );
    tree.delete('libs/platform/app/package.json');
    await expect(componentGenerator(tree, { name: 'ledger', entity: true })).rejects.toThrow(
      'An entity belongs to an organization, but libs/platform/app is missing',
    );
  });
});
