/**
 * Generated files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import { readJson } from '@nx/devkit';
import { beforeAll, expect, test } from 'vitest';
import componentGenerator from '../component/generator.ts';
import { cloneTree, filesOf } from '../../../proof/trees/clone-tree.ts';
import removeComponentGenerator from './generator.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);

async function withComponent() {
  const tree = cloneTree();
  await componentGenerator(tree, { name: 'billing' });
  return tree;
}

test('removes everything that was generated and nothing else; the folder of components stays', async () => {
  const before = filesOf(cloneTree());
  const tree = await withComponent();
  expect(filesOf(tree)).not.toEqual(before);
  await removeComponentGenerator(tree, { name: 'billing' });
  expect(filesOf(tree)).toEqual({
    ...before,
    'libs/.gitkeep': '',
    'package-lock.json': `${JSON.stringify({ packages: { '': {}, 'node_modules/zod': {} } }, null, 2)}\n`,
  });
});

test('removes it from the API, and its contracts from the API’s tests', async () => {
  const tree = await withComponent();
  const [list, contracts] = [
    'apps/api/src/components/components.ts',
    'apps/api-e2e/src/support/contract/contracts.ts',
  ];
  tree.write(
    'apps/api/package.json',
    '{ "name": "@acme/api", "dependencies": { "@acme/billing": "0.0.0", "x": "1.0.0" } }',
  );
  tree.write(
    'apps/api/tsconfig.json',
    '{ "references": [{ "path": "../../libs/billing/app" }, { "path": "../x" }] }',
  );
  tree.write('apps/api/src/components/billing/billing.ts', "import '@acme/billing';\n");
  tree.write(
    list,
    "import { billing } from './billing/billing.ts';\nimport { x } from 'x';\n\nexport const components = [x, billing];\n",
  );
  tree.write(
    contracts,
    "import * as billing from '@acme/billing-contract';\n\nexport const contracts = { ...billing };\n",
  );
  await removeComponentGenerator(tree, { name: 'billing' });
  expect(readJson(tree, 'apps/api/package.json')).toEqual({
    name: '@acme/api',
    dependencies: { x: '1.0.0' },
  });
  expect(readJson(tree, 'apps/api/tsconfig.json')).toEqual({ references: [{ path: '../x' }] });
  expect(tree.exists('apps/api/src/components/billing')).toBe(false);
  expect(tree.read(list, 'utf-8')).toBe("import { x } from 'x';\n\nexport const components = [x];\n");
  expect(tree.read(contracts, 'utf-8')).toBe('\nexport const contracts = {};\n'.trimStart());
});

test.each([
  [
    'package.json',
    '{ "name": "@acme/web", "dependencies": { "@acme/billing": "0.0.0" } }',
    'apps/web/package.json depends on @acme/billing',
  ],
  [
    'src/main.ts',
    "import { createBilling } from '@acme/billing';\n",
    'apps/web/src/main.ts imports @acme/billing',
  ],
  [
    'src/lazy.ts',
    "export const billing = import('@acme/billing-contract');\n",
    'apps/web/src/lazy.ts imports @acme/billing-contract',
  ],
])('rejects the removal while others depend on it: %s', async (path, text, message) => {
  const tree = await withComponent();
  tree.write('apps/web/package.json', '{ "name": "@acme/web" }');
  tree.write(`apps/web/${path}`, text);
  const before = filesOf(tree);
  await expect(removeComponentGenerator(tree, { name: 'billing' })).rejects.toThrow(message);
  expect(filesOf(tree)).toEqual(before);
});

test('rejects unknown components and paths', async () => {
  const tree = await withComponent();
  for (const name of ['biling', '..', '', 'billing/app']) {
    await expect(removeComponentGenerator(tree, { name })).rejects.toThrow('There is no component');
  }
});
