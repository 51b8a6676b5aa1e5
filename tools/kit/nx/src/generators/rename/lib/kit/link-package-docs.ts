import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';
import { formatAsBefore } from '../../../lib/format-text.ts';

const linkToSources = /(?<=\]\(\.\.\/)tools\/kit\/(?=(?:nx|testing)\/docs\/)/g;

/** Makes the owner's pages link to the kit's pages in its installed packages. */
export async function linkPackageDocs(tree: Tree): Promise<void> {
  const pages: string[] = [];
  if (tree.exists('docs')) visitNotIgnoredFiles(tree, 'docs', (path) => void pages.push(path));
  for (const path of pages.filter((each) => each.endsWith('.md'))) {
    const before = tree.read(path, 'utf-8') ?? '';
    const after = before.replaceAll(linkToSources, 'node_modules/@vouch/');
    if (after !== before) tree.write(path, await formatAsBefore(tree, path, before, after));
  }
}
