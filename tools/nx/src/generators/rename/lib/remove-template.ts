import { join } from 'node:path';
import { generateFiles, readJson, type Tree, writeJson } from '@nx/devkit';
import { formatText } from '../../lib/format-text.ts';
import type { RenameOptions } from './normalize-options.ts';
import { titleOf } from './title-of.ts';

interface Manifest {
  readonly description?: string;
  readonly license?: string;
}

/** Stands in what is only about the template. */
const mark = 'About the template:';

/** Takes out what is only about the template: its README and license give way, and how it is checked where it is made. */
export async function removeTemplate(tree: Tree, { name, scope }: RenameOptions): Promise<void> {
  const title = titleOf(name.to);
  if (isTemplate(tree, '.ci/run')) tree.delete('.ci');
  if (!isTemplate(tree, 'README.md')) return;
  generateFiles(tree, join(import.meta.dirname, '../files'), '.', { title, scope: scope.to });
  tree.write('README.md', await formatText(tree, 'README.md', tree.read('README.md', 'utf-8') ?? ''));
  const manifest = readJson<Manifest>(tree, 'package.json');
  writeJson(tree, 'package.json', {
    ...manifest,
    license: 'UNLICENSED',
    description: `${title}: a multi-tenant backend.`,
  });
  keepLicense(tree);
}

function isTemplate(tree: Tree, path: string): boolean {
  return tree.isFile(path) && (tree.read(path, 'utf-8') ?? '').includes(mark);
}

/** The kit's license asks to go where the kit goes. */
function keepLicense(tree: Tree): void {
  const license = tree.read('LICENSE', 'utf-8');
  if (!license?.includes('The Vouch authors')) return;
  tree.write('tools/LICENSE', license);
  tree.delete('LICENSE');
}
