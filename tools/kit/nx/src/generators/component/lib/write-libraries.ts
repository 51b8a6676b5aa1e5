import { join } from 'node:path';
import { generateFiles, type Tree } from '@nx/devkit';
import { nameForms } from '../../lib/name-forms.ts';
import type { ComponentOptions } from './normalize-options.ts';

/** Writes the three libraries: empty ones, or ones with an entity and its service. */
export function writeLibraries(tree: Tree, options: ComponentOptions): void {
  const { entity, route, root } = options;
  if (!entity) return write(tree, 'plain-files', root, { ...options });
  const values = valuesOf(options, entity);
  write(tree, 'entity-files', root, values);
  if (route) write(tree, 'route-files', root, values);
}

function write(tree: Tree, kind: string, folder: string, values: Record<string, unknown>): void {
  generateFiles(tree, join(import.meta.dirname, '..', kind), folder, values);
}

/** Returns the values for the templates of an entity. */
export function valuesOf(
  options: ComponentOptions,
  entity: NonNullable<ComponentOptions['entity']>,
): Record<string, unknown> {
  const { component, contractPackage } = options;
  const { platformContract, platform } = entity.uses;
  const libraries = [contractPackage, platformContract, platform].map((name) => [name, '0.0.0'] as const);
  const own = { ...Object.fromEntries(libraries), ...entity.versions };
  const appDependencies = Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...options,
    ...entity,
    names: nameForms(component),
    oneFile: entity.one.fileName,
    manyFile: entity.many.fileName,
    appDependencies,
    lastAppDependency: appDependencies.at(-1)?.[0],
  };
}
