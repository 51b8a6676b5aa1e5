import type { GeneratorCallback, Tree } from '@nx/devkit';
import { writeContract } from '../contract/lib/write-contract.ts';
import { normalizeOptions as factoryOptions } from '../factory/lib/normalize-options.ts';
import { writeFactories } from '../factory/lib/write-factories.ts';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { formatCreated } from '../lib/format-created.ts';
import { linkPackages } from '../lib/link-packages.ts';
import { addToLockfile } from '../lib/lockfile.ts';
import { addProjectReferences } from '../lib/project-references.ts';
import { normalizeOptions as planOptions } from '../test-skeleton/lib/normalize-options.ts';
import { prepareSkeleton } from '../test-skeleton/lib/prepare-skeleton.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { wireApi } from './lib/wire-api.ts';
import { writeLibraries } from './lib/write-libraries.ts';
import type { ComponentSchema } from './schema.d.ts';

export default allOrNothing(componentGenerator);

/** Creates the three libraries of a component, with a first contract, its implementation and its tests. */
async function componentGenerator(tree: Tree, schema: ComponentSchema): Promise<GeneratorCallback> {
  const options = normalizeOptions(tree, schema);
  const { component, root, contractPackage, appPackage, testPackage, entity } = options;
  const folders = ['contract', 'app', 'test'].map((library) => `${root}/${library}`);
  writeLibraries(tree, options);
  if (!entity) await writeContract(tree, { component, name: component });
  addProjectReferences(tree, folders);
  addToLockfile(tree, folders);
  if (entity) await writeFactories(tree, factoryOptions(tree, { subject: component }));
  const level = entity ? 'integration' : 'unit';
  await (await prepareSkeleton(tree, { ...planOptions(tree, { component, level }), accept: true })).write();
  await wireApi(tree, options);
  await formatCreated(tree, root);
  await formatCreated(tree, 'apps');
  const packages = [contractPackage, appPackage, testPackage];
  return () => linkPackages(tree.root, new Map(packages.map((name, index) => [name, folders[index] ?? ''])));
}
