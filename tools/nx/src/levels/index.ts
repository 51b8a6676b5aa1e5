export { defaultLevels, level } from './default-levels.ts';
export type { CapabilityName, Level, ModuleSharing } from './level.ts';
export { globsOf, levelOf } from './locate.ts';
export { changeLevels, readLevels } from './read-levels.ts';
export { type Tag, type TagName, tags } from './tags.ts';
