import type { TestTagDefinition } from 'vitest/config';
import { type Level, type Tag, tags } from '../levels/index.ts';

/** Vitest's own form of the tag table, with a tag for each level. */
export function tagDefinitions(levels: readonly Level[]): TestTagDefinition[] {
  const ofLevels = levels
    .filter(({ name }) => !(name in tags))
    .map(({ name }) => ({ name, description: `every test of the level ${name}` }));
  const own = Object.entries<Tag>(tags).map(([name, { needs: _needs, ...tag }]) => ({ name, ...tag }));
  return [...ofLevels, ...own];
}
