import { join } from 'node:path';
import { generateFiles, type Tree } from '@nx/devkit';
import { addDependency } from '../../lib/add-dependency.ts';
import {
  apiContractsFile,
  apiFolder,
  apiComponentsFile,
  registerComponent,
  registerContract,
} from '../../lib/api-registration.ts';
import type { ComponentOptions } from './normalize-options.ts';
import { valuesOf } from './write-libraries.ts';

/** Registers the component in the API: its table, and its routes if it has some. */
export async function wireApi(tree: Tree, options: ComponentOptions): Promise<void> {
  const { component, entity, route, appPackage, contractPackage } = options;
  if (!entity || !tree.isFile(apiComponentsFile)) return;
  const files = join(import.meta.dirname, '../api-files');
  generateFiles(tree, files, apiFolder(component), valuesOf(options, entity));
  await registerComponent(tree, component);
  await addDependency(tree, 'apps/api', appPackage);
  if (!route || !tree.isFile(apiContractsFile)) return;
  await registerContract(tree, component, contractPackage);
  await addDependency(tree, 'apps/api-e2e', contractPackage);
}
