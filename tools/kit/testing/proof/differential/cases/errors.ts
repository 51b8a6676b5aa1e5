import { type Case, same } from '../step.ts';
import { add, items } from './statements.ts';

const circular: Record<string, unknown> = {};
circular.self = circular;

const unreadable = {
  does: 'rows that the client cannot read',
  with: (client: { query(config: object): Promise<unknown> }) =>
    client.query({
      text: 'select 1 as one',
      types: {
        getTypeParser: () => () => {
          throw new Error('unreadable');
        },
      },
    }),
};
const config = (says: string, query: object) => ({
  does: says,
  with: (client: { query(config: object): Promise<unknown> }) => client.query(query),
});

export const errors: readonly Case[] = [
  ...[
    ['a unique constraint', add(1)],
    ['a check', 'insert into item values (2, $$b$$, -1)'],
    ['not null', 'insert into item values (2)'],
    ['a foreign key', 'insert into place values (9, 1)'],
    ['an unknown table', 'select * from nowhere'],
    ['an unknown column', 'select nothing from item'],
    ['a type', `select 'x'::int`],
    ['a division', 'select 1/0'],
    ['a cast of rows', 'select 1 / (1 - id) from item'],
    ['row-level security', `insert into note values ('a', 'b')`],
    ['privileges', 'drop table item'],
  ].map(([what = '', sql = '']) =>
    same(
      `${what}, outside and inside a transaction`,
      add(1),
      sql,
      items,
      'begin',
      add(5),
      sql,
      items,
      'rollback',
      'begin',
      add(6),
      'savepoint a',
      sql,
      'rollback to a',
      'commit',
      items,
    ),
  ),
  same(
    'a failure in a function that catches it',
    'begin',
    add(1),
    `select try_sql($$${add(1)}$$)`,
    'commit',
    `select try_sql($$${add(1)}$$)`,
    items,
  ),
  same(
    'a failure in a function that does not',
    'begin',
    `select add_item(1, 'a'), add_item(1, 'a')`,
    'rollback',
    `select add_item(1, 'a'), add_item(1, 'a')`,
    items,
  ),
  same(
    'a value that the client cannot encode',
    'begin',
    add(1),
    ['insert into entry (text) values ($1)', circular],
    add(2),
    'commit',
    items,
  ),
  same(
    'a value that the client cannot encode, last',
    'begin',
    add(1),
    ['insert into entry (text) values ($1)', circular],
    'commit',
    items,
  ),
  same(
    'a value that the client cannot encode, outside',
    add(1),
    ['insert into entry (text) values ($1)', circular],
    add(2),
    items,
  ),
  same(
    'a value that the client cannot encode, first',
    'begin',
    ['select $1', circular],
    add(1),
    'commit',
    items,
  ),
  same(
    'a value that the client cannot encode, after a failure',
    add(1),
    add(1),
    'begin',
    ['select $1', circular],
    add(2),
    'commit',
    items,
  ),
  same(
    'a value that the client cannot encode, in a failed transaction',
    'begin',
    'select 1/0',
    ['select $1', circular],
    'commit',
    items,
  ),
  same(
    'values that are no array',
    config('values: 5', { text: 'select $1', values: 5 }),
    'begin',
    config('values: 5', { text: 'select $1', values: 5 }),
    add(1),
    'commit',
    items,
  ),
  same('rows that the client cannot read', 'begin', add(1), unreadable, add(2), 'commit', unreadable, items),
  same('a query without text', config('{}', {}), 'begin', add(1), config('{}', {}), 'commit', items),
  same(
    'a parameter of a wrong type',
    'begin',
    ['select $1::int', 'x'],
    'rollback',
    ['select $1::int', 'x'],
    items,
  ),
  same(
    'too few parameters',
    ['select $1::int, $2::int', 1],
    'begin',
    ['select $1::int, $2::int', 1],
    'rollback',
    items,
  ),
  same('too many parameters', ['select $1::int', 1, 2], items),
  same('a parameter without a type', ['select $1 as x', 'x'], ['select $1 is null as x', null]),
  same(
    'a byte that is not valid in text',
    'begin',
    ['select $1::text', 'a\0b'],
    'rollback',
    ['select $1::text', 'a\0b'],
    items,
  ),
  same('an empty text', '', 'begin', '', ' ; ', 'commit', '-- nothing', items),
];
