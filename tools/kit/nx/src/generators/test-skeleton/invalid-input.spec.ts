import type { Tree } from '@nx/devkit';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheComponent, cacheContract } from '../../../proof/trees/cache-component.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import testSkeletonGenerator from './generator.ts';
import type { TestSkeletonSchema } from './schema.d.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);
beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});

async function generate(tree: Tree, options: Partial<TestSkeletonSchema> = {}): Promise<Tree> {
  await testSkeletonGenerator(tree, { component: 'cache', ...options });
  return tree;
}

describe('--check', () => {
  test('passes and writes nothing if everything is in sync', async () => {
    const tree = await generate(cacheComponent());
    const before = filesOf(tree);
    await generate(tree, { check: true });
    expect(filesOf(tree)).toEqual(before);
  });

  test('names the differences and the command that fixes them', async () => {
    const tree = cacheComponent();
    const before = filesOf(tree);
    await expect(generate(tree, { check: true })).rejects.toThrow(/5 to add.*nx g test-skeleton cache/);
    expect(filesOf(tree)).toEqual(before);
  });
});

describe('invalid contracts', () => {
  test.each([
    ['syntax', 'export interface {', /have problems.*\n.*index\.ts:1 cannot be read/],
    ['an unknown error', cacheContract.replaceAll('InvalidKeyError}', 'WildError}'), /WildError/],
    [
      'nothing promised',
      'export interface Cache { get(): void }',
      /cache has no promises.*docs\/contracts\.md/,
    ],
    [
      'an import of an app library',
      `import { x } from '@acme/cache';\n${cacheContract}`,
      /imports the app library @acme\/cache/,
    ],
  ])('%s: rejected, and nothing is written', async (_, contract, message) => {
    const tree = cacheComponent(contract);
    const before = filesOf(tree);
    await expect(generate(tree)).rejects.toThrow(message);
    expect(filesOf(tree)).toEqual(before);
  });

  test('an unknown name in --only is rejected with a list of the known ones', async () => {
    await expect(generate(cacheComponent(), { only: 'Cash' })).rejects.toThrow(
      'cache has no contract or member "Cash". Expected one of: Cache, Cache.get, Cache.set.',
    );
  });
});

describe('all components, one of which has the given name', () => {
  const logOf = async (options: Partial<TestSkeletonSchema>) => {
    const tree = cacheComponent();
    const contract =
      '/** Ticks. */\nexport interface Clock {\n  /** @returns the time */\n  now(): number;\n}\n';
    for (const library of ['contract', 'app', 'test'])
      tree.write(`libs/clock/${library}/package.json`, `{ "name": "@acme/clock-${library}" }`);
    tree.write('libs/clock/contract/src/index.ts', contract);
    await generate(tree, { component: 'all', ...options });
    return vi.mocked(console.log).mock.calls.join('\n');
  };

  test('--only applies to the components that have the name', async () => {
    const log = await logOf({ only: 'Clock.now' });
    expect(log).toMatch(/clock\n.*Clock\.now/s);
    expect(log).not.toContain('Cache');
  });

  test('--exclude keeps other components complete', async () => {
    const log = await logOf({ exclude: 'Clock,Cache.set' });
    expect(log).toContain('Cache.get');
    expect(log).not.toMatch(/Cache\.set|Clock\.now/);
  });

  test('a name that no component has is rejected', async () => {
    await expect(logOf({ only: 'Cash' })).rejects.toThrow('No component has a contract or member "Cash".');
  });
});
