import { readNxJson, type Tree } from '@nx/devkit';
import { formatAsBefore, formatText } from '../../../lib/format-text.ts';
import { removeDependencies } from '../../../lib/remove-dependency.ts';
import { removeProjectReferences } from '../../../lib/project-references.ts';
import { workspacePackages } from '../../../lib/workspace-packages.ts';

/** Removes the sources of the kit, and references of the type checker and settings of Nx that are about them. */
export async function forgetSources(
  tree: Tree,
  sources: readonly string[],
  published: Readonly<Record<string, string>>,
): Promise<void> {
  const packages = [...workspacePackages(tree)];
  const isSource = (folder: string): boolean => sources.some((source) => folder.startsWith(`${source}/`));
  const gone = packages.filter(([name, folder]) => isSource(folder) && !(name in published));
  for (const [, folder] of packages.filter(([, each]) => !isSource(each))) {
    await removeDependencies(tree, folder, new Map(gone));
    await forgetReferences(tree, `${folder}/tsconfig.json`, sources);
  }
  await forgetReferences(tree, 'tsconfig.json', sources);
  for (const source of sources) for (const child of tree.children(source)) tree.delete(`${source}/${child}`);
  await forgetOwnLevels(tree);
}

async function forgetReferences(tree: Tree, file: string, sources: readonly string[]): Promise<void> {
  const before = tree.read(file, 'utf-8');
  for (const source of sources) removeProjectReferences(tree, file, source);
  const after = tree.read(file, 'utf-8');
  if (before !== null && after !== null && after !== before)
    tree.write(file, await formatAsBefore(tree, file, before, after));
}

/** The template has a level and limits that only the kit's own tests need. */
async function forgetOwnLevels(tree: Tree): Promise<void> {
  const settings = readNxJson(tree);
  if (settings === null) return;
  const { generators: _limits, plugins = [], ...kept } = settings;
  const settled = plugins.map((plugin) =>
    typeof plugin !== 'string' && plugin.plugin === '@vouch/nx' ? '@vouch/nx' : plugin,
  );
  const text = JSON.stringify({ ...kept, plugins: settled });
  tree.write('nx.json', await formatText(tree, 'nx.json', text));
}
