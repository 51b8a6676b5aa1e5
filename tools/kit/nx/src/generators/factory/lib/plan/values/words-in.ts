import { wordsOf } from '../../../../lib/words.ts';

/** The words of a name, in lower case: `passwordHash` is `password` and `hash`. */
export function wordsIn(name: string): string[] {
  return wordsOf(name).fileName.split('-');
}
