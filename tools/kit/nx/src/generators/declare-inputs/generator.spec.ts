/**
 * Written files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import declareInputsGenerator from './generator.ts';

beforeAll(warmUp);

/** A workspace with two packages and the undeclared inputs of the first. */
function workspace(left: Record<string, unknown>) {
  const root = mkdtempSync(join(tmpdir(), 'vouch-declare-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, declarations] of Object.entries(left)) {
    const path = join(root, '.vouch/undeclared', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(declarations));
  }
  const tree = createTree();
  Object.assign(tree, { root });
  const inputs = { unit: [{ env: 'PRICE' }] };
  tree.write('libs/shop/test/package.json', JSON.stringify({ name: '@acme/shop-test', vouch: { inputs } }));
  tree.write('libs/mail/test/package.json', JSON.stringify({ name: '@acme/mail-test' }));
  return tree;
}

const left = {
  'libs/shop/test/unit.json': ['{workspaceRoot}/prices.json', { env: 'PRICE' }],
  'libs/shop/test/e2e.json': [{ env: 'CURRENCY' }],
};

test.each(['shop-test', '@acme/shop-test', 'all'])('adds undeclared inputs: %s', async (project) => {
  const tree = workspace(left);
  await declareInputsGenerator(tree, { project });
  expect(readJson(tree, 'libs/shop/test/package.json')).toEqual({
    name: '@acme/shop-test',
    vouch: {
      inputs: { unit: [{ env: 'PRICE' }, '{workspaceRoot}/prices.json'], e2e: [{ env: 'CURRENCY' }] },
    },
  });
  expect(readJson(tree, 'libs/mail/test/package.json')).toEqual({ name: '@acme/mail-test' });
});

test('lists other projects with undeclared inputs if the named one has none', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  onTestFinished(() => log.mockRestore());
  const tree = workspace(left);
  await declareInputsGenerator(tree, { project: 'mail-test' });
  expect(log).toHaveBeenCalledWith(
    expect.stringMatching(/^mail-test has nothing to declare\. .*: @acme\/shop-test\.$/),
  );
  expect(readJson(tree, 'libs/mail/test/package.json')).toEqual({ name: '@acme/mail-test' });
});
