import { buildContract } from './build-contract.ts';
import type { Component, ContractModel, Problem } from './model.ts';
import { findProblems } from './find-problems.ts';
import type { ComponentSource, ContractSources } from './sources.ts';
import { createProgram, pathOf } from './structure/create-program.ts';
import { exportedValues } from './structure/exported-values.ts';
import { exportedDeclarations } from './structure/exported-declarations.ts';

/**
 * Builds the model of a workspace's contracts. Loads the TypeScript parser: `readContracts` does that only when
 * needed.
 */
export function buildModel(sources: ContractSources): ContractModel {
  const project = createProgram(sources);
  const read = sources.components.toSorted(byName).map((source): [Component, Problem[]] => {
    const entry = project.getSourceFile(`/${source.entry}`);
    if (!entry) return [emptyComponent(source), [missingEntry(source)]];
    const exported = exportedDeclarations(entry);
    const contracts = exported
      .map(({ name, declarations }) => ({ name, declarations: declarations.filter(isOwn(source)) }))
      .map(buildContract)
      .filter((contract) => contract !== undefined)
      .toSorted(byName);
    const exports = [...new Set(exported.map(({ name }) => name.split('.')[0] ?? ''))];
    const values = exportedValues(entry, exported);
    const component = { ...emptyComponent(source), exports, values, contracts };
    return [component, findProblems(source, component, project, sources.appPackages)];
  });
  return {
    components: read.map(([component]) => component),
    problems: read.flatMap(([, problems]) => problems),
  };
}

function isOwn(source: ComponentSource): (node: { getSourceFile(): { getFilePath(): string } }) => boolean {
  return (node) => pathOf(node.getSourceFile()).startsWith(`${source.root}/`);
}

function emptyComponent({ name, package: packageName }: ComponentSource): Component {
  return { name, package: packageName, exports: [], values: [], contracts: [] };
}

function missingEntry({ name, entry }: ComponentSource): Problem {
  const message = `has no ${entry}, the file from which a contract library exports its contracts. Create the file, or correct "exports" in its package.json.`;
  return { code: 'missing-entry', component: name, message, place: { file: entry, line: 1 } };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
