export { capabilities } from './capabilities.ts';
export type { Capability } from './capability.ts';
export { findMissing } from './find-missing.ts';
export { isCi } from './is-ci.ts';
