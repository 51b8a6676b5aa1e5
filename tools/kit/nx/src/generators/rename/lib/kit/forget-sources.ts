import { type PluginConfiguration, readNxJson, type Tree } from '@nx/devkit';
import { formatAsBefore, formatText } from '../../../lib/format-text.ts';
import { removeDependencies } from '../../../lib/remove-dependency.ts';
import { removeProjectReferences } from '../../../lib/project-references.ts';
import { workspacePackages } from '../../../lib/workspace-packages.ts';
import type { PluginOptions } from '../../../../plugin-options.ts';
import { isKitSource, kitSources } from './kit-sources.ts';
import { pruned } from './pruned.ts';

/** Removes the sources of the kit, and references of the type checker and settings of Nx that are about them. */
export async function forgetSources(tree: Tree, published: Readonly<Record<string, string>>): Promise<void> {
  const packages = [...workspacePackages(tree)];
  const gone = packages.filter(([name, folder]) => isKitSource(folder) && !(name in published));
  for (const [, folder] of packages.filter(([, each]) => !isKitSource(each))) {
    await removeDependencies(tree, folder, new Map(gone));
    await forgetReferences(tree, `${folder}/tsconfig.json`);
  }
  await forgetReferences(tree, 'tsconfig.json');
  for (const source of kitSources)
    for (const child of tree.children(source)) tree.delete(`${source}/${child}`);
  await forgetOwnLevels(tree);
}

async function forgetReferences(tree: Tree, file: string): Promise<void> {
  const before = tree.read(file, 'utf-8');
  for (const source of kitSources) removeProjectReferences(tree, file, source);
  const after = tree.read(file, 'utf-8');
  if (before !== null && after !== null && after !== before)
    tree.write(file, await formatAsBefore(tree, file, before, after));
}

/** The template has a level and limits that only the kit's own tests need. Those that the owner added stay. */
async function forgetOwnLevels(tree: Tree): Promise<void> {
  const settings = readNxJson(tree);
  if (settings === null) return;
  const { generators, plugins = [], ...kept } = settings;
  const changed = {
    ...kept,
    generators: pruned<unknown>(generators, ['@vouch/nx:test-skeleton']),
    plugins: plugins.map(withoutOwnLevels),
  };
  tree.write('nx.json', await formatText(tree, 'nx.json', JSON.stringify(changed)));
}

function withoutOwnLevels(plugin: PluginConfiguration): PluginConfiguration {
  if (typeof plugin === 'string' || plugin.plugin !== '@vouch/nx') return plugin;
  const given = plugin.options as PluginOptions | undefined;
  const options = pruned<unknown>({ ...given, levels: pruned<unknown>(given?.levels, ['containers']) });
  return options === undefined && Object.keys(plugin).length <= 2 ? plugin.plugin : { ...plugin, options };
}
