import type { Tree } from '@nx/devkit';

/** The declaration in a `tenancy.ts`. */
export interface KnownTenancy {
  readonly root: string;
  readonly property: string;
}

export function tenancyIn(tree: Tree, path: string): KnownTenancy | undefined {
  const text = tree.read(path, 'utf-8');
  if (text === null) return undefined;
  const [root, property] = ['root', 'property'].map(
    (name) => new RegExp(`\\b${name}: ['"](\\w+)['"]`).exec(text)?.[1],
  );
  if (root && property) return { root, property };
  throw new Error(
    `${path} does not declare the tenant entity. Nothing was written. Expected: ` +
      "export const tenancy: Tenancy = { root: 'Organization', property: 'organization', setting: 'app.organization_id' };",
  );
}
