import { join } from 'node:path';
import {
  type Component,
  type ContractModel,
  type ContractSources,
  diskFiles,
  findSources,
  type Problem,
  readContracts,
} from '../../contract-model/index.ts';
import { readCache, writeCache } from './cache-file.ts';
import { kitVersion } from './kit-version.ts';
import { type SourcesOfComponent, sourcesByComponent } from './sources-by-component.ts';

interface Entry {
  readonly component: Component;
  readonly problems: readonly Problem[];
}

/**
 * Reads the contracts of a workspace. Components whose sources did not change come from a cache, because the parser
 * takes a second to load.
 */
export async function readModel(root: string): Promise<ContractModel> {
  const sources = findSources(diskFiles(root));
  const byComponent = sourcesByComponent(sources, kitVersion());
  const file = join(root, '.vouch/board/contracts.json');
  const cached = readCache<Entry>(file);
  const changed = [...byComponent].filter(([, { key }]) => !(key in cached));
  const entries = { ...cached, ...(await buildEntries(sources, new Map(changed))) };
  const current = [...byComponent.values()].map(({ key }): [string, Entry | undefined] => [
    key,
    entries[key],
  ]);
  if (changed.length > 0) writeCache(file, Object.fromEntries(current));
  const known = current.flatMap(([, entry]) => entry ?? []);
  return {
    components: known.map(({ component }) => component),
    problems: known.flatMap(({ problems }) => problems),
  };
}

/** Parses the changed components, with the contracts that they import. */
async function buildEntries(
  sources: ContractSources,
  changed: ReadonlyMap<string, SourcesOfComponent>,
): Promise<Record<string, Entry>> {
  if (changed.size === 0) return {};
  const needed = new Set([...changed.values()].flatMap(({ components }) => [...components]));
  const model = await readContracts({
    ...sources,
    components: sources.components.filter(({ name }) => needed.has(name)),
    files: new Map([...sources.files].filter(([path]) => needed.has(path.split('/')[1] ?? ''))),
  });
  const entries = model.components.flatMap((component): [string, Entry][] => {
    const key = changed.get(component.name)?.key;
    const problems = model.problems.filter((problem) => problem.component === component.name);
    return key === undefined ? [] : [[key, { component, problems }]];
  });
  return Object.fromEntries(entries);
}
