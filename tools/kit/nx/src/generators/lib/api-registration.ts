import type { Tree } from '@nx/devkit';
import { insertInList, removeFromList, removeImport } from './edit-list.ts';
import { formatText } from './format-text.ts';
import { insertImport } from './insert-import.ts';
import { nameForms } from './name-forms.ts';

const api = 'apps/api/src/components';

/** The file in which the API lists its components. */
export const apiComponentsFile = `${api}/components.ts`;
/** The file in which the API's tests list contracts, for schemas and errors. */
export const apiContractsFile = 'apps/api-e2e/src/support/contract/contracts.ts';

/** Returns the API's folder of a component. */
export function apiFolder(component: string): string {
  return `${api}/${component}`;
}

/** Adds a component to the API's list. */
export async function registerComponent(tree: Tree, component: string): Promise<void> {
  const { propertyName } = nameForms(component);
  await edit(tree, apiComponentsFile, (text) =>
    insertImport(insertInList(text, 'components', propertyName), {
      name: propertyName,
      from: `./${component}/${component}.ts`,
    }),
  );
}

/** Adds a component's contracts to the API's tests. */
export async function registerContract(
  tree: Tree,
  component: string,
  contractPackage: string,
): Promise<void> {
  const { propertyName } = nameForms(component);
  await edit(tree, apiContractsFile, (text) => {
    const line = `import * as ${propertyName} from '${contractPackage}';\n`;
    return insertInList(text.includes(line) ? text : line + text, 'contracts', `...${propertyName}`);
  });
}

/** Removes a component from the API, and its contracts from the API's tests. */
export async function unregisterComponent(
  tree: Tree,
  component: string,
  contractPackage: string,
): Promise<void> {
  const { propertyName } = nameForms(component);
  tree.delete(apiFolder(component));
  await edit(tree, apiComponentsFile, (text) =>
    removeImport(removeFromList(text, 'components', propertyName), `./${component}/${component}.ts`),
  );
  await edit(tree, apiContractsFile, (text) =>
    removeImport(removeFromList(text, 'contracts', `...${propertyName}`), contractPackage),
  );
}

async function edit(tree: Tree, path: string, change: (text: string) => string): Promise<void> {
  const before = tree.read(path, 'utf-8');
  if (before === null) return;
  const after = change(before);
  if (after !== before) tree.write(path, await formatText(tree, path, after));
}
