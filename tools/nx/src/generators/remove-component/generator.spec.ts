import { beforeAll, expect, test } from 'vitest';
import componentGenerator from '../component/generator.ts';
import { cloneTree, filesOf } from '../spec-trees/clone-tree.ts';
import removeComponentGenerator from './generator.ts';
import { warmUp } from '../spec-trees/warm-up.ts';

beforeAll(warmUp);

async function withComponent() {
  const tree = cloneTree();
  await componentGenerator(tree, { name: 'billing' });
  return tree;
}

test('takes away all that was made, and nothing else; the folder of components stays', async () => {
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

test.each([
  [
    'package.json',
    '{ "name": "@acme/api", "dependencies": { "@acme/billing": "0.0.0" } }',
    'apps/api/package.json depends on @acme/billing',
  ],
  [
    'src/main.ts',
    "import { createBilling } from '@acme/billing';\n",
    'apps/api/src/main.ts imports @acme/billing',
  ],
  [
    'src/lazy.ts',
    "export const billing = import('@acme/billing-contract');\n",
    'apps/api/src/lazy.ts imports @acme/billing-contract',
  ],
])('refuses while others depend on it: %s', async (path, text, message) => {
  const tree = await withComponent();
  tree.write(`apps/api/${path}`, text);
  const before = filesOf(tree);
  await expect(removeComponentGenerator(tree, { name: 'billing' })).rejects.toThrow(message);
  expect(filesOf(tree)).toEqual(before);
});

test('refuses what is no component, a path above all', async () => {
  const tree = await withComponent();
  for (const name of ['biling', '..', '', 'billing/app']) {
    await expect(removeComponentGenerator(tree, { name })).rejects.toThrow('There is no component');
  }
});
