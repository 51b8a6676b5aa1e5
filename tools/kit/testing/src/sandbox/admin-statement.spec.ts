import { describe, expect, test } from 'vitest';
import { withParameters } from './admin-statement.ts';

describe('a statement of the administrator', () => {
  test.each<[string, unknown[], string]>([
    ['select 1', [], 'select 1'],
    ['select $1, $2', ['a', null], `select  'a' ,  null `],
    ['select $2::int + $1', [1, true], `select  'true' ::int +  '1' `],
    [
      `select '$1', "$1", $$ $1 $$, /* $1 */ a$1 -- $1`,
      ['x'],
      `select '$1', "$1", $$ $1 $$, /* $1 */ a$1 -- $1`,
    ],
    [`select $1`, [`it's \\`], `select   E'it''s \\\\' `],
    ['select $1', [Buffer.from('a')], String.raw`select   E'\\x61' `],
    ['select any($1)', [['a', 'b']], `select any( '{"a","b"}' )`],
    ['select $1', [{ a: 1 }], `select  '{"a":1}' `],
  ])('%j with %j', (statement, values, expected) => {
    expect(withParameters(statement, values)).toBe(expected);
  });

  test('without a value is rejected', () => {
    expect(() => withParameters('select $2', [1])).toThrow('Parameter $2 has no value: 1 were given');
  });
});
