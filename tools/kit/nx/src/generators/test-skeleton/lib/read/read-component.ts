import type { Tree } from '@nx/devkit';
import {
  type Component,
  type ContractModel,
  findSources,
  listProblems,
  readContracts,
} from '../../../../contract-model/index.ts';

export interface ComponentModel {
  readonly component: Component;
  /** Promise ids of all components: a test may prove another component's promise. */
  readonly known: ReadonlySet<string>;
  /** Contracts of the component without documentation, each with its place. */
  readonly silent: readonly string[];
}

/** Reads the contracts of one component. The error lists all of their problems. */
export async function readComponent(tree: Tree, name: string): Promise<ComponentModel> {
  const model = await readContracts(findSources(tree));
  const component = model.components.find((each) => each.name === name);
  requireNoProblems(model, name);
  if (!component || idsOf([component]).length === 0) {
    throw new Error(
      `${name} has no promises: no contract that libs/${name}/contract/src/index.ts exports documents a member. ` +
        'Expected @returns, @throws or @remarks on at least one. See docs/contracts.md, or add a contract: ' +
        `nx g contract ${name} <name>`,
    );
  }
  return { component, known: new Set(idsOf(model.components)), silent: silentIn(model, name) };
}

function silentIn({ problems }: ContractModel, name: string): string[] {
  return problems
    .filter(({ component, code }) => component === name && code === 'undocumented')
    .map(({ message, place }) => `${message.split(' ')[0] ?? ''} (${place.file}:${place.line})`);
}

function requireNoProblems({ problems }: ContractModel, name: string): void {
  const list = listProblems(problems.filter(({ component }) => component === name));
  if (list.length === 0) return;
  throw new Error(
    `The contracts of ${name} have problems. Nothing was written. Fix these:\n${list.join('\n')}`,
  );
}

function idsOf(components: readonly Component[]): string[] {
  return components
    .flatMap(({ contracts }) => contracts)
    .flatMap(({ promises, members }) => [...promises, ...members.flatMap((member) => member.promises)])
    .map(({ id }) => id);
}
