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

const printed = () => String(vi.mocked(console.log).mock.lastCall?.[0]);

test('removes the samples and every mention of them', patient, async ({ skip }) => {
  if (!hasSamples) skip(none);
  const tree = await without({});
  expect(tree.children('libs')).toEqual(['cache', 'identity', 'platform']);
  expect(printed()).toContain('Removed: alerts. Kept: cache, identity, platform, the API and the kit.');
  const changed = Object.entries(changesOf(tree)).filter(([path]) => path.startsWith('apps/'));
  expect(changed.length).toBeGreaterThan(10);
  for (const [path, text] of changed) expect(text, path).not.toMatch(/sample alerts|-alerts|Alert\b/);
});

test('keeps a kept sample completely', patient, async ({ skip }) => {
  if (!hasSamples) skip(none);
  const tree = await without({ keep: 'alerts' });
  expect(changesOf(tree)).toEqual({});
  expect(printed()).toContain('There are no samples to remove; kept: alerts.');
});

test('when run again, reports that there are no samples', patient, async () => {
  const tree = await without({});
  const before = changesOf(tree);
  await removeSamplesGenerator(tree, {});
  expect(changesOf(tree)).toEqual(before);
  expect(printed()).toContain('There are no samples to remove.');
});

test('rejects keeping an unknown sample, and writes nothing', async () => {
  const tree = thisWorkspace();
  await expect(removeSamplesGenerator(tree, { keep: 'identity' })).rejects.toThrow(
    'There is no sample "identity" to keep. Nothing was written.',
  );
  expect(changesOf(tree)).toEqual({});
});
