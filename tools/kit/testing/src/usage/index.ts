export { isIgnoredVariable } from './ignored-variables.ts';
export { locateUse } from './locate-use.ts';
export { type Usage, type Use, type WayOfUse } from './usage.ts';
