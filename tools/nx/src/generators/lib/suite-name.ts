import { wordsOf } from './words.ts';

/** What the function of a suite is called: `cacheErrorsSuite`, and `the2faSuite`, because no name begins with a digit. */
export function suiteNameOf(name: string): string {
  const { className, propertyName } = wordsOf(name);
  return `${/^\d/.test(propertyName) ? `the${className}` : propertyName}Suite`;
}
