import type { Tree } from '@nx/devkit';
import { beforeEach, expect, test, vi } from 'vitest';
import { quietTrees } from '../../../proof/trees/quiet-trees.ts';
import { changesOf, thisWorkspace } from '../../../proof/trees/this-workspace.ts';
import removeSamplesGenerator from './generator.ts';
import type { RemoveSamplesSchema } from './schema.d.ts';

const patient = { timeout: 120_000 };
const none = 'this workspace has no samples any more';
const hasSamples = thisWorkspace().isFile('libs/alerts/contract/package.json');

beforeEach(quietTrees);

async function without(options: RemoveSamplesSchema): Promise<Tree> {
  const tree = thisWorkspace();
  await removeSamplesGenerator(tree, options);
  return tree;
}

const told = () => String(vi.mocked(console.log).mock.lastCall?.[0]);

test('the samples go, and nothing outside them speaks of them', patient, async ({ skip }) => {
  if (!hasSamples) skip(none);
  const tree = await without({});
  expect(tree.children('libs')).toEqual(['cache', 'identity', 'platform']);
  expect(told()).toContain('Removed: alerts. Kept: cache, identity, platform, the API and the kit.');
  const changed = Object.entries(changesOf(tree)).filter(([path]) => path.startsWith('apps/'));
  expect(changed.length).toBeGreaterThan(10);
  for (const [path, text] of changed) expect(text, path).not.toMatch(/sample alerts|-alerts|Alert\b/);
});

test('one that is kept is kept whole', patient, async ({ skip }) => {
  if (!hasSamples) skip(none);
  const tree = await without({ keep: 'alerts' });
  expect(changesOf(tree)).toEqual({});
  expect(told()).toContain('No samples are left to remove; kept: alerts.');
});

test('again, there is nothing to do, and it says so', patient, async () => {
  const tree = await without({});
  const before = changesOf(tree);
  await removeSamplesGenerator(tree, {});
  expect(changesOf(tree)).toEqual(before);
  expect(told()).toContain('No samples are left to remove.');
});

test('a sample that is none cannot be kept, and nothing is written', async () => {
  const tree = thisWorkspace();
  await expect(removeSamplesGenerator(tree, { keep: 'identity' })).rejects.toThrow(
    'There is no sample "identity" to keep. Nothing was written.',
  );
  expect(changesOf(tree)).toEqual({});
});
