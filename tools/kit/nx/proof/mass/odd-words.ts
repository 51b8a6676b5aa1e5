import fc from 'fast-check';
import { oddWordList } from '../trees/odd-word-list.ts';

/** A sentence as a person may write it, or an unlikely one. It never ends the surrounding comment. */
export const oddWords: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...oddWordList) }, fc.lorem({ maxCount: 2 })), {
    maxLength: 9,
  })
  .map((parts) => parts.join(' ').replaceAll('*/', '*∕'));

const starts = 'abcdefghijklmnopqrstuvwxyzABCXYZ_$äßéλд日';
const rest = `${starts}0123456789`;

/** Identifiers: short, long, in any script, and names with a meaning for the generators. */
export const oddName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...'get set list create delete add find open has keys size send now next run is'.split(' '),
  ),
  fc.constantFrom(
    ...'expect fc test base steps step create call made before vault owner task clock'.split(' '),
  ),
  fc.constantFrom(
    ...'toString valueOf hasOwnProperty __proto__ async of type from as let static get'.split(' '),
  ),
  fc
    .tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...rest), { maxLength: 12 }))
    .map(([first, others]) => first + others.join('')),
);
