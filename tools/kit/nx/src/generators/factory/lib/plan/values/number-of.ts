import type { PropertyModel } from '../../model/entity-model.ts';
import { fake, numbered, plain, type Value } from '../../model/value.ts';
import { wordsIn } from './words-in.ts';

/** Chooses a number that fits the column's name. */
export function numberOf(
  { name, columnType }: PropertyModel,
  { isUnique }: { readonly isUnique: boolean },
): Value {
  if (isUnique) return numbered(columnType.startsWith('smallint') ? 'number % 32_768' : 'number');
  const words = new Set(wordsIn(name));
  const known = byWord.find(([names]) => names.some((each) => words.has(each)));
  if (known) return known[1].startsWith('faker') ? fake(known[1]) : plain(known[1]);
  const isWhole = /^(?:small|big)?int|serial/.test(columnType);
  return fake(
    isWhole
      ? 'faker.number.int({ min: 1, max: 100 })'
      : 'faker.number.float({ max: 100, fractionDigits: 2 })',
  );
}

const byWord: readonly (readonly [readonly string[], string])[] = [
  [['latitude', 'lat'], 'faker.location.latitude()'],
  [['longitude', 'lng', 'lon'], 'faker.location.longitude()'],
  [
    ['price', 'amount', 'total', 'cents', 'cost', 'fee', 'balance'],
    'faker.number.int({ min: 100, max: 10_000 })',
  ],
  [['age'], 'faker.number.int({ min: 18, max: 90 })'],
  [['year'], 'faker.number.int({ min: 2000, max: 2030 })'],
  [['month'], 'faker.number.int({ min: 1, max: 12 })'],
  [['rating', 'stars', 'score'], 'faker.number.int({ min: 1, max: 5 })'],
  [['port'], 'faker.internet.port()'],
  [['confidence', 'ratio', 'probability', 'share'], '0.5'],
  [['position', 'order', 'index', 'rank', 'version', 'revision'], '1'],
];
