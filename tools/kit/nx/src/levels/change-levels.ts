import { defaultLevels, level } from './default-levels.ts';
import type { Level } from './level.ts';

/** Changes of a workspace to the level table: changed or added rows by name. */
export type LevelChanges = Readonly<Record<string, Partial<Omit<Level, 'name'>>>>;

/** Returns the level table of a workspace: the default one with its changes. */
export function changeLevels(changes: LevelChanges = {}): readonly Level[] {
  const known = new Set(defaultLevels.map(({ name }) => name));
  const changed = defaultLevels.map((row) => ({ ...row, ...changes[row.name] }));
  const added = Object.entries(changes)
    .filter(([name]) => !known.has(name))
    .map(([name, row]) => level({ name, ...row }));
  return [...changed, ...added];
}
