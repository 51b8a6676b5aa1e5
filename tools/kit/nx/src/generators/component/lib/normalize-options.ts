import type { Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import { apiComponentsFile } from '../../lib/api-registration.ts';
import { scopeOf, versionOf, workspacePackages } from '../../lib/workspace-packages.ts';
import { type EntityOptions, entityOptions } from './entity-options.ts';
import type { ComponentSchema } from '../schema.d.ts';

/** Everything that the generator's steps need. */
export interface ComponentOptions {
  readonly component: string;
  readonly root: string;
  readonly contractPackage: string;
  readonly appPackage: string;
  readonly testPackage: string;
  readonly testingVersion: string;
  /** Folder of the kit's testing package in this workspace. Empty if the package comes from the registry. */
  readonly testingFolder: string;
  /** The entity that the component stores for organizations, if any. */
  readonly entity: EntityOptions | undefined;
  /** True if the API serves the component. */
  readonly route: boolean;
}

export function normalizeOptions(tree: Tree, schema: ComponentSchema): ComponentOptions {
  const component = checkName(schema.name, 'component', 'nx g component billing');
  const root = `libs/${component}`;
  requireNew(tree, component, root);
  const appPackage = `${scopeOf(tree)}/${component}`;
  const options = {
    component,
    root,
    appPackage,
    contractPackage: `${appPackage}-contract`,
    testPackage: `${appPackage}-test`,
  };
  requireFreePackages(tree, options);
  const { entity = false, route = false } = schema;
  const kept = entity === '' ? route : entity || route;
  if (route) requireApi(tree);
  return {
    ...options,
    entity: kept ? entityOptions(tree, component, kept, route) : undefined,
    route,
    testingVersion: versionOf(tree, '@vouch/testing'),
    testingFolder: workspacePackages(tree).get('@vouch/testing') ?? '',
  };
}

function requireApi(tree: Tree): void {
  if (tree.isFile(apiComponentsFile)) return;
  throw new Error(
    `The workspace has no API to serve the component: ${apiComponentsFile} is missing. Expected the API's list of components. Nothing was written. ` +
      'Leave out --route, or restore apps/api.',
  );
}

/** Compares without regard to case: on some disks `libs/Billing` and `libs/billing` are one folder. */
function requireNew(tree: Tree, component: string, root: string): void {
  const existing = tree.children('libs').find((name) => name.toLowerCase() === component);
  if (existing === undefined) return;
  throw new Error(
    `The component "${component}" exists: see libs/${existing}. Expected a new name. ` +
      `Add a contract to it: nx g contract ${component} <name>. List its files: ls ${root}`,
  );
}

function requireFreePackages(
  tree: Tree,
  options: Pick<ComponentOptions, 'appPackage' | 'contractPackage' | 'testPackage'>,
): void {
  const packages = workspacePackages(tree);
  for (const name of [options.appPackage, options.contractPackage, options.testPackage]) {
    const folder = packages.get(name);
    if (folder === undefined) continue;
    throw new Error(
      `The package ${name} exists in ${folder}. Expected a component name whose packages are new. Choose another name.`,
    );
  }
}
