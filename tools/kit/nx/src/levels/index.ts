export type { CapabilityName } from './capability-name.ts';
export { changeLevels, type LevelChanges } from './change-levels.ts';
export { defaultLevels } from './default-levels.ts';
export type { Level, ModuleSharing } from './level.ts';
export { globsOf, isMisnamedTestFile, isTestFile, levelOf } from './level-of-file.ts';
export { type Tag, type TagName, tags } from './tags.ts';
