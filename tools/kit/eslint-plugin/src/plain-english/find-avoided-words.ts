import { avoidedOpenings, avoidedWords } from './avoided-words.ts';

export interface AvoidedWord {
  readonly word: string;
  /** The suggested replacement. */
  readonly use: string;
  /** Position in the text. */
  readonly index: number;
}

/** Finds words of the list in a text, in order. Code between backticks does not count. */
export function findAvoidedWords(text: string, words = avoidedWords): AvoidedWord[] {
  const prose = withoutCode(text);
  return Object.entries(words)
    .flatMap(([word, use]) =>
      [...prose.matchAll(new RegExp(`\\b${RegExp.escape(word)}\\b`.replaceAll('\\x20', '\\s+'), 'gi'))].map(
        ({ index }) => ({ word, use, index }),
      ),
    )
    .toSorted((a, b) => a.index - b.index);
}

/** Finds sentences that consist of a noun clause, such as "Whether it ran." */
export function findAvoidedOpenings(text: string): AvoidedWord[] {
  const sentences = /(?:^[\s*]*|[.!?:]\s+(?:\*\s+)?)(What|Whether|Where)\b[^.!?]*(\?)?/g;
  return [...withoutCode(text).matchAll(sentences)]
    .filter(([, , question]) => question === undefined)
    .map(({ 0: sentence, 1: word = '', index }) => ({
      word,
      use: avoidedOpenings[word] ?? '',
      index: index + sentence.indexOf(word),
    }));
}

/** Blanks code, so that positions stay. */
function withoutCode(text: string): string {
  return text.replace(/```[^]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
}
