import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { MutantReport } from '../../mutation/index.ts';
import { renderReport } from './render-report.ts';

const place = { file: 'libs/shop/app/src/price.ts', column: 7, promises: [] };
const mutants: readonly MutantReport[] = [
  { ...place, line: 1, change: '> → >=', state: 'survived' },
  { ...place, line: 2, change: '+ → -', state: 'killed', killedBy: { file: 'a', test: 'b' } },
  {
    ...place,
    line: 3,
    change: '+ → -',
    state: 'timeout',
    killedBy: { file: 'a', test: 'b', promise: 'Shop.a#returns' },
  },
  { ...place, line: 4, change: '1 → 0', state: 'static' },
];

test('a report shows scores, unproven promises and behaviour without a promise', () => {
  const promises = [
    { id: 'Shop.a#returns', state: 'proven', killed: 2, survived: 1 },
    { id: 'Shop.b#remarks', state: 'unproven', killed: 1, survived: 1 },
    { id: 'Shop.b#returns', state: 'unproven', killed: 0, survived: 0 },
  ] as const;
  const lines = renderReport({ component: 'shop', mutants, promises });
  expect(stripVTControlCharacters(lines.join('\n'))).toBe(`
 ! Shop  1 of 3 promises proven

 2 unproven: their tests notice no change of the code
   Shop.b#remarks  executes 2 mutants
   Shop.b#returns  executes no mutant

 1 mutants survive: no test notices them
   libs/shop/app/src/price.ts:1:7  > → >=

 1 mutants are noticed only by tests that name no promise
   libs/shop/app/src/price.ts:2:7  + → -

 shop: 4 mutants: 2 noticed, 1 survived, 0 not covered, 1 not tried, because only loading a module executes them`);
});
