import type { Tree } from '@nx/devkit';
import {
  type Component,
  type ContractModel,
  findSources,
  readContracts,
} from '../../../../contract-model/index.ts';

export interface ComponentModel {
  readonly component: Component;
  /** Of all components: a test may vouch for another component's promise. */
  readonly known: ReadonlySet<string>;
  /** Contracts of the component that document nothing, each with its place. */
  readonly silent: readonly string[];
}

/** The contracts of one component, or an error that lists all that is wrong with them. */
export async function readComponent(tree: Tree, name: string): Promise<ComponentModel> {
  const model = await readContracts(findSources(tree));
  const component = model.components.find((each) => each.name === name);
  refuseProblems(model, name);
  if (!component || idsOf([component]).length === 0) {
    throw new Error(
      `${name} promises nothing: no contract that libs/${name}/contract/src/index.ts exports documents a member. ` +
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

function refuseProblems({ problems }: ContractModel, name: string): void {
  const own = problems.filter(({ component, code }) => component === name && code !== 'undocumented');
  if (own.length === 0) return;
  const list = own.map(({ place, message }) => `  ${place.file}:${place.line} ${message}`).join('\n');
  throw new Error(`The contracts of ${name} cannot be trusted. Nothing was written.\n${list}`);
}

function idsOf(components: readonly Component[]): string[] {
  return components
    .flatMap(({ contracts }) => contracts)
    .flatMap(({ promises, members }) => [...promises, ...members.flatMap((member) => member.promises)])
    .map(({ id }) => id);
}
