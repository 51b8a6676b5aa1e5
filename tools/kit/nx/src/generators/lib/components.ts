import type { Tree } from '@nx/devkit';

/** The components of the workspace, by name. */
export function componentsIn(tree: Tree): string[] {
  return tree
    .children('libs')
    .filter((name) => tree.exists(`libs/${name}/contract/package.json`))
    .toSorted();
}

/** The name of a component that is there; an error that lists those that are. */
export function requireComponent(tree: Tree, component: string | undefined): string {
  const present = componentsIn(tree);
  if (component !== undefined && present.includes(component)) return component;
  const list = present.length === 0 ? 'There is none yet' : `There are: ${present.join(', ')}`;
  throw new Error(
    `There is no component ${JSON.stringify(component ?? '')}: expected a folder in libs with a contract library. ${list}. Make one with: nx g component <name>`,
  );
}

/** Those that are meant by a name, or by `all`. */
export function requireComponents(tree: Tree, component: string | undefined): string[] {
  return component === 'all' ? componentsIn(tree) : [requireComponent(tree, component)];
}
