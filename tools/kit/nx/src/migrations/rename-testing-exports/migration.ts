import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';

/** Exports of @vouch/testing by their names before 0.2.0. */
const renamed: Readonly<Record<string, string>> = {
  database: 'servers',
  redis: 'servers/redis',
};

const specifier = /(?<=['"])@vouch\/testing\/([\w/-]+)(?=['"])/g;

/** Rewrites imports in the sources of the workspace; everything else in them stays as it is. */
export default async function renameTestingExports(tree: Tree): Promise<void> {
  visitNotIgnoredFiles(tree, '.', (path) => {
    if (!/\.(?:[cm]?ts|[cm]?js)$/.test(path)) return;
    const before = tree.read(path, 'utf-8') ?? '';
    const after = before.replaceAll(specifier, (whole, name: string) =>
      name in renamed ? `@vouch/testing/${renamed[name]}` : whole,
    );
    if (after !== before) tree.write(path, after);
  });
}
