import { identifierOf } from './name-forms.ts';

/** What the function of a suite is called: `cacheErrorsSuite` for `cache/errors`. */
export function suiteNameOf(name: string): string {
  return `${identifierOf(name)}Suite`;
}
