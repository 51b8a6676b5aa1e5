import { expect, test } from 'vitest';
import { typeNamesIn } from './type-names-in.ts';

test.each([
  ['string', []],
  ['Promise<Thing | undefined>', ['Thing']],
  ['(key: Key, ...rest: Box<Key>[]) => Outer.Inner', ['Key', 'Box', 'Outer']],
  ['<M extends Thing>(given: M) => Record<string, M>', ['Thing']],
  ['typeof setting', ['setting']],
  ['{ get(): Answer; readonly Name: string }', ['Answer']],
  ['V', []],
])('%s', (type, names) => {
  expect(typeNamesIn(type, ['V'])).toEqual(names);
});
