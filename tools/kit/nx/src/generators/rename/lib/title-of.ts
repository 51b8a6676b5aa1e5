import { wordsOf } from '../../lib/words.ts';

/** `my-app` as people write it: `My App`. */
export function titleOf(name: string): string {
  return wordsOf(name).className.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}
