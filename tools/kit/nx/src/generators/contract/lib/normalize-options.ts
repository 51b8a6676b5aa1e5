import type { Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import { requireComponent } from '../../lib/components.ts';
import type { ContractSchema } from '../schema.d.ts';

export type ContractOptions = ContractSchema;

export function normalizeOptions(tree: Tree, schema: ContractSchema): ContractOptions {
  const component = requireComponent(tree, schema.component);
  const name = checkName(schema.name, 'contract', `nx g contract ${component} invoice`);
  const path = `libs/${component}/contract/src/${name}.ts`;
  if (tree.exists(path)) {
    throw new Error(
      `The contract "${name}" exists: see ${path}. Expected a new name. Choose one, or add members to the contract by hand.`,
    );
  }
  return { component, name };
}
