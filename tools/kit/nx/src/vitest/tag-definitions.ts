import type { TestTagDefinition } from 'vitest/config';
import { type Level, type Tag, tags } from '../levels/index.ts';

/** Returns the tag table in Vitest's form, with a tag for each level. */
export function tagDefinitions(levels: readonly Level[]): TestTagDefinition[] {
  const ofLevels = levels
    .filter(({ name }) => !(name in tags))
    .map(({ name }) => ({ name, description: `every ${name} test` }));
  const own = Object.entries<Tag>(tags).map(([name, { needs: _needs, ...tag }]) => ({ name, ...tag }));
  return [...ofLevels, ...own];
}
