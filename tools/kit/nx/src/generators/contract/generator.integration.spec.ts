/**
 * What is generated is formatted, and Prettier takes its time.
 *
 * @module-tag slow
 */
import { beforeAll, expect, test } from 'vitest';
import componentGenerator from '../component/generator.ts';
import { cloneTree, filesOf } from '../../../proof/trees/clone-tree.ts';
import contractGenerator from './generator.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);

async function withComponent() {
  const tree = cloneTree();
  await componentGenerator(tree, { name: 'billing' });
  return tree;
}

test('adds a contract, an implementation and a fixture to what is there', async () => {
  const tree = await withComponent();
  await contractGenerator(tree, { component: 'billing', name: 'tax-rate' });
  expect(tree.read('libs/billing/contract/src/index.ts', 'utf-8')).toBe(
    `export { InvalidBillingNameError, type Billing, type BillingEntry } from './billing.ts';
export { InvalidTaxRateNameError, type TaxRate, type TaxRateEntry } from './tax-rate.ts';
`,
  );
  expect(tree.read('libs/billing/app/src/index.ts', 'utf-8')).toBe(
    "export { createBilling } from './create-billing.ts';\nexport { createTaxRate } from './create-tax-rate.ts';\n",
  );
  expect(tree.read('libs/billing/test/src/fixtures.ts', 'utf-8')).toMatchInlineSnapshot(`
    "import { test as base } from '@vouch/testing';
    import { createBilling, createTaxRate } from '@acme/billing';

    export { expect } from 'vitest';

    /** \`test\` with the fixtures of billing. */
    export const test = base
      /** A new Billing for each test, as the app makes it. */
      .extend('billing', () => createBilling())
      /** A new TaxRate for each test, as the app makes it. */
      .extend('taxRate', () => createTaxRate());
    "
  `);
});

test('refuses an unknown component, and lists those that are there', async () => {
  const tree = await withComponent();
  await expect(contractGenerator(tree, { component: 'biling', name: 'tax' })).rejects.toThrow(
    'There is no component "biling": expected a folder in libs with a contract library. There are: billing.',
  );
});

test('refuses a contract that exists, and a bad name, and writes nothing', async () => {
  const tree = await withComponent();
  const before = filesOf(tree);
  await expect(contractGenerator(tree, { component: 'billing', name: 'billing' })).rejects.toThrow(
    'exists: see libs/billing/contract/src/billing.ts',
  );
  await expect(contractGenerator(tree, { component: 'billing', name: '../x' })).rejects.toThrow('a path');
  expect(filesOf(tree)).toEqual(before);
});

test('refuses a fixtures file without a chain, and says how to begin one', async () => {
  const tree = await withComponent();
  tree.write('libs/billing/test/src/fixtures.ts', 'export const other = 1;\n');
  await expect(contractGenerator(tree, { component: 'billing', name: 'tax' })).rejects.toThrow(
    /fixtures\.ts has no "export const test = …".*Begin one:/,
  );
});
