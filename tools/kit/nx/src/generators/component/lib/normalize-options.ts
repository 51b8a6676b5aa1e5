import type { Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import { apiComponentsFile } from '../../lib/api-registration.ts';
import { scopeOf, versionOf, workspacePackages } from '../../lib/workspace-packages.ts';
import { type EntityOptions, entityOptions } from './entity-options.ts';
import type { ComponentSchema } from '../schema.d.ts';

/** Everything that the steps of the generator need to know. */
export interface ComponentOptions {
  readonly component: string;
  readonly root: string;
  readonly contractPackage: string;
  readonly appPackage: string;
  readonly testPackage: string;
  readonly testingVersion: string;
  /** Where the kit's testing package stands in this workspace; empty where it comes from the registry. */
  readonly testingFolder: string;
  /** What the component keeps for organizations; none where it keeps nothing. */
  readonly entity: EntityOptions | undefined;
  /** Whether the API serves it. */
  readonly route: boolean;
}

export function normalizeOptions(tree: Tree, schema: ComponentSchema): ComponentOptions {
  const component = checkName(schema.name, 'component', 'nx g component billing');
  const root = `libs/${component}`;
  refuseExisting(tree, component, root);
  const appPackage = `${scopeOf(tree)}/${component}`;
  const options = {
    component,
    root,
    appPackage,
    contractPackage: `${appPackage}-contract`,
    testPackage: `${appPackage}-test`,
  };
  refuseTakenPackages(tree, options);
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
    `There is no API to serve it: ${apiComponentsFile} is missing. Nothing was written. Expected the list of what the API is made of. ` +
      'Leave out --route, or bring the API back.',
  );
}

/** Without regard to case: on some disks `libs/Billing` and `libs/billing` are one folder. */
function refuseExisting(tree: Tree, component: string, root: string): void {
  const existing = tree.children('libs').find((name) => name.toLowerCase() === component);
  if (existing === undefined) return;
  throw new Error(
    `The component "${component}" exists: see libs/${existing}. Expected a new name. ` +
      `To add a contract to it: nx g contract ${component} <name>. To look at it: ls ${root}`,
  );
}

function refuseTakenPackages(
  tree: Tree,
  options: Pick<ComponentOptions, 'appPackage' | 'contractPackage' | 'testPackage'>,
): void {
  const packages = workspacePackages(tree);
  for (const name of [options.appPackage, options.contractPackage, options.testPackage]) {
    const folder = packages.get(name);
    if (folder === undefined) continue;
    throw new Error(
      `The package ${name} exists already, in ${folder}. Expected a component name whose packages are new. Try another name.`,
    );
  }
}
