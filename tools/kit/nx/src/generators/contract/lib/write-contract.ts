import { join } from 'node:path';
import { generateFiles, type Tree } from '@nx/devkit';
import { insertFixture } from '../../lib/insert-fixture.ts';
import { nameForms } from '../../lib/name-forms.ts';
import { packageNameOf } from '../../lib/workspace-packages.ts';
import { addExport } from '../../lib/export-from.ts';
import type { ContractOptions } from './normalize-options.ts';

/** Writes a contract, an implementation and a fixture for tests. */
export async function writeContract(tree: Tree, { component, name }: ContractOptions): Promise<void> {
  const words = nameForms(name);
  const root = `libs/${component}`;
  const contractPackage = packageNameOf(tree, `${root}/contract`);
  generateFiles(tree, join(import.meta.dirname, '../files'), root, { component, contractPackage, ...words });
  const { className, fileName, propertyName } = words;
  const exported = `Invalid${className}NameError, type ${className}, type ${className}Entry`;
  addExport(tree, `${root}/contract/src/index.ts`, exported, `./${fileName}.ts`);
  addExport(tree, `${root}/app/src/index.ts`, `create${className}`, `./create-${fileName}.ts`);
  const file = `${root}/test/src/fixtures.ts`;
  const fixture = {
    name: propertyName,
    documentation: `A new ${className} for each test, from the app library.`,
    make: `() => create${className}()`,
    imports: [{ name: `create${className}`, from: packageNameOf(tree, `${root}/app`) }],
  };
  tree.write(file, await insertFixture(tree, fixture, file));
}
