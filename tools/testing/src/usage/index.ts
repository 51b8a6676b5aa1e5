export { isIgnoredVariable } from './ignored-variables.ts';
export { type Usage, type Use, type WayOfUse } from './usage.ts';
