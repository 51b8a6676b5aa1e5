import type { Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import type { ContractSchema } from '../schema.d.ts';

export type ContractOptions = ContractSchema;

export function normalizeOptions(tree: Tree, schema: ContractSchema): ContractOptions {
  const component = checkComponent(tree, schema.component);
  const name = checkName(schema.name, 'contract', `nx g contract ${component} invoice`);
  const path = `libs/${component}/contract/src/${name}.ts`;
  if (tree.exists(path)) {
    throw new Error(
      `The contract "${name}" exists: see ${path}. Expected a new name, or add members to it by hand.`,
    );
  }
  return { component, name };
}

/** The name of a component that is there; an error that lists those that are. */
export function checkComponent(tree: Tree, component: string | undefined): string {
  const present = tree.children('libs').filter((name) => tree.exists(`libs/${name}/contract/package.json`));
  if (component !== undefined && present.includes(component)) return component;
  const list = present.length === 0 ? 'There is none yet' : `There are: ${present.toSorted().join(', ')}`;
  throw new Error(
    `There is no component ${JSON.stringify(component ?? '')}: expected a folder in libs with a contract library. ${list}. Make one with: nx g component <name>`,
  );
}
