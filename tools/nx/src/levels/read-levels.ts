import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLevels, level } from './default-levels.ts';
import type { Level } from './level.ts';

type LevelChanges = Readonly<Record<string, Partial<Omit<Level, 'name'>>>>;

interface PluginEntry {
  readonly plugin: string;
  readonly options?: { readonly levels?: LevelChanges };
}

/** The level table of a workspace: the default one with what its `nx.json` changes or adds. */
export function readLevels(workspaceRoot: string): readonly Level[] {
  const nxJson = JSON.parse(readFileSync(join(workspaceRoot, 'nx.json'), 'utf8')) as {
    plugins?: (string | PluginEntry)[];
  };
  const entry = nxJson.plugins?.find(
    (plugin): plugin is PluginEntry => typeof plugin !== 'string' && plugin.plugin === '@vouch/nx',
  );
  return changeLevels(defaultLevels, entry?.options?.levels ?? {});
}

export function changeLevels(levels: readonly Level[], changes: LevelChanges): readonly Level[] {
  const known = new Set(levels.map(({ name }) => name));
  const changed = levels.map((row) => ({ ...row, ...changes[row.name] }));
  const added = Object.entries(changes)
    .filter(([name]) => !known.has(name))
    .map(([name, row]) => level({ name, ...row }));
  return [...changed, ...added];
}
