import { join } from 'node:path';
import { generateFiles, readJson, type Tree, writeJson } from '@nx/devkit';
import { formatText } from '../../lib/format-text.ts';
import { isKitSource } from './kit/kit-sources.ts';
import type { RenameOptions } from './normalize-options.ts';
import { titleOf } from './title-of.ts';
import { workspaceFiles } from './workspace-files.ts';

interface Manifest {
  readonly description?: string;
  readonly license?: string;
}

/** In a comment on the first lines of a file that is about the template as a whole. */
const mark = 'About the template:';
/** A passage about the template in a file that stays, between two comments on separate lines. */
const passage =
  /^[^\S\n]*(?:\/\/|<!--|#) <template>(?: -->)?$\n[^]*?^[^\S\n]*(?:\/\/|<!--|#) <\/template>(?: -->)?$\n/gm;

/** Removes what is only about the template: its README and license give way, and how it is checked where it is made. */
export async function removeTemplate(tree: Tree, { name, scope, replacesKit }: RenameOptions): Promise<void> {
  const title = titleOf(name.to);
  const ownsReadme = isTemplate(tree, 'README.md');
  for (const path of workspaceFiles(tree).filter((each) => !isKitSource(each))) await removeFrom(tree, path);
  if (!ownsReadme) return;
  generateFiles(tree, join(import.meta.dirname, '../files'), '.', {
    title,
    scope: scope.to,
    name: name.to,
    replacesKit,
    dot: '.',
  });
  tree.write('README.md', await formatText(tree, 'README.md', tree.read('README.md', 'utf-8') ?? ''));
  const manifest = readJson<Manifest>(tree, 'package.json');
  writeJson(tree, 'package.json', {
    ...manifest,
    license: 'UNLICENSED',
    description: `${title}: a multi-tenant backend.`,
  });
  removeLicense(tree, replacesKit);
}

async function removeFrom(tree: Tree, path: string): Promise<void> {
  if (isTemplate(tree, path)) return tree.delete(path);
  const before = tree.read(path, 'utf-8') ?? '';
  const after = before.replace(passage, '');
  if (after !== before) tree.write(path, await formatText(tree, path, after));
}

function isTemplate(tree: Tree, path: string): boolean {
  const [first = '', second = ''] = (tree.isFile(path) ? (tree.read(path, 'utf-8') ?? '') : '').split(
    '\n',
    2,
  );
  return `${first}\n${second}`.includes(mark);
}

/** The kit's license stays with the kit: in its packages, or beside its sources. */
function removeLicense(tree: Tree, replacesKit: boolean): void {
  const license = tree.read('LICENSE', 'utf-8');
  if (!license?.includes('The Vouch authors')) return;
  if (!replacesKit) tree.write('tools/kit/LICENSE', license);
  tree.delete('LICENSE');
}
