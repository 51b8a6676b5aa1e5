import type { Tree } from '@nx/devkit';
import { format } from 'prettier';
import { beforeEach, expect, test, vi } from 'vitest';
import { cacheComponent, cacheTests, changeContract } from '../spec-trees/cache-component.ts';
import { filesOf } from '../spec-trees/clone-tree.ts';
import { type Random, randomFrom } from '../spec-trees/random-from.ts';
import testSkeletonGenerator from './generator.ts';
import { findTests } from './lib/read/find-tests.ts';

beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});

const wholeTest = /[^\S\n]*\/\*\*(?:(?!\*\/)[^])*\*\/\n[^\S\n]*test\.todo\((?:(?!\}\);)[^])*\}\);\n\n?/g;

type Edit = (text: string, random: Random) => string | Promise<string>;

/** What people do to generated tests. */
const edits: readonly Edit[] = [
  (text, random) =>
    replaceOne(text, /test\.todo\('([^']*)'/g, random, (found) =>
      found.replace(/'[^']*'/, `'my title ${random(99)}'`),
    ),
  (text, random) =>
    replaceOne(
      text,
      /test\.todo\(((?:(?!\}\);)[^])*\})\);/g,
      random,
      (_, body) => `test(${body}, () => {\n  mine(${random(99)});\n});`,
    ),
  (text, random) => replaceOne(text, wholeTest, random, () => ''),
  (text, random) => replaceOne(text, /^.*\n/gm, random, (line) => `${line}// a note of mine ${random(99)}\n`),
  (text, random) => replaceOne(text, /describe\('[^']*'/g, random, () => `describe('my suite ${random(99)}'`),
  (text, random) =>
    format(text, {
      parser: 'typescript',
      printWidth: 40 + random(100),
      useTabs: random(2) === 0,
      semi: random(2) === 0,
    }),
  (text) => text.replaceAll('\n', '\r\n').replaceAll('\r\r', '\r'),
  (text, random) => replaceOne(text, / \* Then .*/g, random, () => ` * Then I expect ${random(99)}`),
];

function replaceOne(
  text: string,
  pattern: RegExp,
  random: Random,
  by: (found: string, group: string) => string,
): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[random(Math.max(matches.length, 1))];
  if (!match) return text;
  return (
    text.slice(0, match.index) + by(match[0], match[1] ?? '') + text.slice(match.index + match[0].length)
  );
}

async function edited(tree: Tree, random: Random): Promise<string> {
  let text = tree.read(cacheTests, 'utf-8') ?? '';
  for (let count = 1 + random(4); count > 0; count -= 1)
    text = (await edits[random(edits.length)]?.(text, random)) ?? text;
  const path = random(3) === 0 ? 'libs/cache/test/src/integration/moved.spec.ts' : cacheTests;
  tree.delete(cacheTests);
  tree.write(path, text);
  return path;
}

/** Whether a text holds all lines of another, in their order: something was added, and nothing lost. */
function keepsLines(after: string, before: readonly string[]): boolean {
  const lines = after.split('\n')[Symbol.iterator]();
  return before.every((line) => lines.some((other) => other === line));
}

function testsIn(path: string, text: string): string[] {
  return findTests(path, text).map(({ start, end }) => text.slice(start, end));
}

async function planAgain(tree: Tree): Promise<Record<string, string>> {
  await testSkeletonGenerator(tree, { component: 'cache' });
  return filesOf(tree, 'libs/cache/test/src');
}

const batches = Array.from({ length: 10 }, (_, batch) =>
  Array.from({ length: 50 }, (_, index) => batch * 50 + index),
);

test.each(batches)(
  'what a person did is kept byte for byte, and a second run changes nothing (from seed %i)',
  { timeout: 60_000 },
  async (...seeds) => {
    for (const seed of seeds) {
      const tree = cacheComponent();
      await planAgain(tree);
      const path = await edited(tree, randomFrom(seed));
      const before = tree.read(path, 'utf-8') ?? '';
      const after = await planAgain(tree);
      const kept = keepsLines(after[path] ?? '', before.split('\n'));
      const lost = testsIn(path, before).filter((test) => !after[path]?.includes(test));
      expect({ seed, kept, lost }).toEqual({ seed, kept: true, lost: [] });
      expect({ seed, files: await planAgain(tree) }).toEqual({ seed, files: after });
    }
  },
);

test.each(batches)(
  'nor is it lost when the contract changes too (from seed %i)',
  { timeout: 60_000 },
  async (...seeds) => {
    for (const seed of seeds) {
      const tree = cacheComponent();
      await planAgain(tree);
      const path = await edited(tree, randomFrom(seed));
      const theirs = (tree.read(path, 'utf-8') ?? '')
        .split('\n')
        .filter((line) => /\b(?:my|mine|I expect)\b/.test(line));
      changeContract(tree, '@returns the value', '@returns a copy');
      changeContract(tree, '- Never waits', '- Never blocks\n   * - Never waits');
      const after = await planAgain(tree);
      expect({ seed, kept: keepsLines(after[path] ?? '', theirs) }).toEqual({ seed, kept: true });
      expect({ seed, files: await planAgain(tree) }).toEqual({ seed, files: after });
    }
  },
);
