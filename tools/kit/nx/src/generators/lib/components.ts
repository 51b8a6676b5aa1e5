import type { Tree } from '@nx/devkit';

/** The components of the workspace, by name. */
export function componentsIn(tree: Tree): string[] {
  return tree
    .children('libs')
    .filter((name) => tree.exists(`libs/${name}/contract/package.json`))
    .toSorted();
}

/** Returns the name of an existing component. The error lists the existing ones. */
export function requireComponent(tree: Tree, component: string | undefined): string {
  const present = componentsIn(tree);
  if (component !== undefined && present.includes(component)) return component;
  const list = present.length === 0 ? 'The workspace has none' : `Existing: ${present.join(', ')}`;
  throw new Error(
    `There is no component ${JSON.stringify(component ?? '')}. Expected a folder in libs with a contract library. ${list}. Create one: nx g component <name>`,
  );
}

/** Returns the named component, or all of them for `all`. */
export function requireComponents(tree: Tree, component: string | undefined): string[] {
  return component === 'all' ? componentsIn(tree) : [requireComponent(tree, component)];
}
