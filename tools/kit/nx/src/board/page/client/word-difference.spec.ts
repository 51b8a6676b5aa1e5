import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

/** Marks removed words as [-…-] and added ones as [+…+]. */
function marked(before: string, after: string): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['[+', '+]'] } as const;
  return wordDifference(before, after)
    .map(({ text, change }) => signs[change][0] + text + signs[change][1])
    .join('');
}

test.each([
  ['a value is kept', 'a value is kept', 'a value is kept'],
  ['a value is kept', 'each value is kept', '[-a-][+each+] value is kept'],
  ['a value', 'a stored value', 'a [+stored +]value'],
  ['a stored value', 'a value', 'a [-stored -]value'],
  ['', 'new', '[+new+]'],
  ['old', '', '[-old-]'],
  ['get(key: Key)', 'get(key: string)', 'get(key: [-Key-][+string+])'],
  ['a b c d', 'a x c y', 'a [-b-][+x+] c [-d-][+y+]'],
])('%j → %j is %j', (before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

test('the parts are both texts, whatever they are', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '.', '👩‍👩‍👧‍👦', '\uD800'), { maxLength: 12 });
  const text = fc.oneof(
    words.map((each) => each.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after);
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map((part) => part.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});

test('very long texts are compared at their ends alone', () => {
  const long = (word: string) => `start ${`${word} `.repeat(2_000)}end`;
  expect(wordDifference(long('a'), long('b')).map(({ change }) => change)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ]);
});
