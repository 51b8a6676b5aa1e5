import type { Tree } from '@nx/devkit';
import { beforeEach, expect, test, vi } from 'vitest';
import { cacheComponent, changeContract } from '../../../proof/trees/cache-component.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { edits, type Files } from '../../../proof/trees/edit-tests.ts';
import { type Random, randomFrom } from '@vouch/scratch';
import { vaultComponent } from '../../../proof/trees/vault-component.ts';
import testSkeletonGenerator from './generator.ts';
import { findTests } from '../../promise-tests/find-tests.ts';

beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});

interface Made {
  readonly component: string;
  readonly tree: Tree;
  /** Changes a promise of the contract. */
  readonly change: () => void;
}

function make(seed: number): Made {
  if (seed % 2 === 0) {
    const tree = cacheComponent();
    const change = () => {
      changeContract(tree, '@returns the value', '@returns a copy');
      changeContract(tree, '- Never waits', '- Never blocks\n   * - Never waits');
    };
    return { component: 'cache', tree, change };
  }
  const tree = vaultComponent();
  const change = () => {
    changeContract(tree, '@law What is sealed', '@law Whatever is sealed', 'vault');
    changeContract(tree, '@invariant No note', '@invariant Not one note', 'vault');
    changeContract(tree, '- The same note', '- Tags are kept\n   * - The same note', 'vault');
  };
  return { component: 'vault', tree, change };
}

async function generate({ tree, component }: Made): Promise<Record<string, string>> {
  await testSkeletonGenerator(tree, { component });
  return filesOf(tree, `libs/${component}/test/src`);
}

/** Makes random edits, as a person would, in all files. */
async function edit({ tree, component }: Made, random: Random): Promise<Files> {
  const folder = `libs/${component}/test/src`;
  const files: Files = new Map(
    Object.entries(filesOf(tree, folder)).filter(([path]) => path.endsWith('.spec.ts')),
  );
  const names = Object.keys(edits);
  for (let count = 1 + random(5); count > 0; count -= 1) {
    const path = [...files.keys()][random(files.size)] ?? '';
    await edits[names[random(names.length)] ?? '']?.(files, path, random);
  }
  for (const path of Object.keys(filesOf(tree, folder))) if (path.endsWith('.spec.ts')) tree.delete(path);
  for (const [path, text] of files) tree.write(path, text);
  return files;
}

/** Returns the lines that are missing or out of order in a text. */
function linesLost(before: readonly string[], after: string): string[] {
  const lines = after.split('\n')[Symbol.iterator]();
  return before.filter((line) => !lines.some((other) => other === line));
}

/** Imports may get more names. */
function isKept(line: string): boolean {
  return !/^import .* from /.test(line);
}

const batches = Array.from({ length: 10 }, (_, batch) =>
  Array.from({ length: 25 }, (_, index) => batch * 25 + index),
);
const patient = { timeout: 120_000 };

test.each(batches)(
  'keeps every byte of a person’s edits, and a second run changes nothing (seed %i)',
  patient,
  async (...seeds) => {
    for (const seed of seeds) {
      const made = make(seed);
      await generate(made);
      const before = await edit(made, randomFrom(seed));
      const after = await generate(made);
      const lost = [...before].flatMap(([path, text]) =>
        linesLost(text.split('\n').filter(isKept), after[path] ?? ''),
      );
      const tests = [...before].flatMap(([path, text]) =>
        findTests(path, text)
          .map(({ start, end }) => text.slice(start, end))
          .filter((each) => !after[path]?.includes(each)),
      );
      expect({ seed, lost, tests }).toEqual({ seed, lost: [], tests: [] });
      expect({ seed, files: await generate(made) }).toEqual({ seed, files: after });
    }
  },
);

test.each(batches)('keeps edits when the contract changes too (seed %i)', patient, async (...seeds) => {
  for (const seed of seeds) {
    const made = make(seed);
    await generate(made);
    const before = await edit(made, randomFrom(seed));
    made.change();
    const after = await generate(made);
    const lost = [...before].flatMap(([path, text]) =>
      linesLost(
        text.split('\n').filter((line) => /\b(?:my|mine)\b/.test(line)),
        after[path] ?? '',
      ),
    );
    expect({ seed, lost }).toEqual({ seed, lost: [] });
    expect({ seed, files: await generate(made) }).toEqual({ seed, files: after });
  }
});
