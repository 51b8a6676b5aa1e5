import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';

/** Has the owner's pages link to the kit's pages where its packages are installed. */
export function linkPackageDocs(tree: Tree): void {
  if (!tree.exists('docs')) return;
  visitNotIgnoredFiles(tree, 'docs', (path) => {
    if (!path.endsWith('.md')) return;
    const before = tree.read(path, 'utf-8') ?? '';
    const after = before.replaceAll(
      /(?<=\]\(\.\.\/)tools\/kit\/(?=(?:nx|testing)\/docs\/)/g,
      'node_modules/@vouch/',
    );
    if (after !== before) tree.write(path, after);
  });
}
