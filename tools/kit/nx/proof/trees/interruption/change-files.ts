import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../../../src/generators/lib/all-or-nothing/all-or-nothing.ts';
import { recover } from '../../../src/generators/lib/all-or-nothing/recover.ts';
import { runGenerator } from '../run-generator.ts';

/** The initial files, including one that the generator does not know in a folder that it removes. */
export const filesBefore: Readonly<Record<string, string>> = {
  'nx.json': '{}\n',
  'libs/one/index.ts': 'export const one = 1;\n',
  'libs/one/long.ts': '// long\n'.repeat(2000),
  'libs/gone/index.ts': 'export const gone = 1;\n',
  'libs/gone/ignored/cache.bin': 'whatever\n',
  'libs/lost.ts': 'export const lost = 1;\n',
};

const text = 'export const two = 2;\n';

/** Creates, changes and removes files. */
const change = allOrNothing(async (tree: Tree, _: object) => {
  tree.write('libs/new/deep/a.ts', text.repeat(500));
  tree.write('libs/new/deep/b.ts', text);
  tree.write('libs/new/c.ts', text);
  tree.write('libs/one/index.ts', text);
  tree.write('libs/one/long.ts', text);
  tree.delete('libs/gone');
  tree.delete('libs/lost.ts');
});

/** Appends a line: of two concurrent runs, none may be lost. */
const append = allOrNothing(async (tree: Tree, _: object) => {
  const before = tree.read('libs/one/index.ts', 'utf-8') ?? '';
  await new Promise((resolve) => setTimeout(resolve, 20));
  tree.write('libs/one/index.ts', `${before}// ${process.pid}\n`);
});

if (import.meta.main) {
  const [root = '', what] = process.argv.slice(2);
  if (what === 'undo') recover(root);
  else await runGenerator(root, what === 'append' ? append : change, {});
}
