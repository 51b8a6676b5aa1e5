import { identifierOf } from './name-forms.ts';

/** Returns the name of a suite function: `cacheErrorsSuite` for `cache/errors`. */
export function suiteNameOf(name: string): string {
  return `${identifierOf(name)}Suite`;
}
