import { type Case, same } from '../step.ts';
import { add, items } from './statements.ts';

interface Queryable {
  query(config: unknown, values?: unknown): Promise<unknown>;
}

const together = (...texts: string[]) => ({
  does: `together: ${texts.join(', ')}`,
  with: async (client: Queryable) =>
    (await Promise.allSettled(texts.map((text) => client.query(text)))).map((settled) =>
      settled.status === 'fulfilled' ? 'ok' : (settled.reason as { code: string }).code,
    ),
});
const asArrays = {
  does: 'rows as arrays',
  with: (client: Queryable) => client.query({ text: 'select 1 as a, 2 as a', rowMode: 'array' }),
};
const byCallback = (text: string) => ({
  does: `callback: ${text}`,
  with: (client: Queryable) =>
    new Promise(
      (resolve, reject) =>
        void (
          client.query as (
            text: string,
            callback: (error: Error | undefined, result: unknown) => void,
          ) => void
        )(text, (error, result) => {
          if (error) reject(error);
          else resolve(result);
        }),
    ),
});
const extended = (text: string) => ({
  does: `extended: ${text}`,
  with: (client: Queryable) => client.query({ text, queryMode: 'extended' }),
});
const within = (milliseconds: number, text: string) => ({
  does: `within ${milliseconds} ms: ${text}`,
  with: (client: Queryable) => client.query({ text, query_timeout: milliseconds }),
});

export const protocol: readonly Case[] = [
  same('several statements in one text', `${add(1)}; ${add(2)}; ${items}`, items),
  same('several statements, of which one fails', `${add(1)}; ${add(1)}; ${add(2)}`, items),
  same('several statements in a transaction', 'begin', `${add(1)}; ${add(2)}`, 'rollback', items),
  same(
    'several statements, one fails in a transaction',
    'begin',
    add(1),
    `${add(2)}; select 1/0; ${add(3)}`,
    'commit',
    items,
  ),
  same('several statements with parameters', [`${add(1)}; select $1`, 1], items),
  same('several statements, extended', extended(`${add(1)}; ${add(2)}`), items),
  same(
    'one statement, extended',
    extended(add(1)),
    extended('begin'),
    extended(add(2)),
    extended('rollback'),
    extended(items),
  ),
  same(
    'statements without waiting',
    together('begin', add(1), 'commit'),
    items,
    together('begin', add(1), 'select 1', 'commit'),
    items,
  ),
  same('a failure without waiting', together('begin', 'select 1/0', 'select 1', 'rollback'), items),
  same(
    'callbacks',
    byCallback(add(1)),
    byCallback(items),
    byCallback('select 1/0'),
    'begin',
    byCallback('select 1/0'),
    byCallback('commit'),
  ),
  same('rows as arrays', asArrays, items),
  same('values of many types', [
    'select $1::int as a, $2::text as b, $3::jsonb as c, $4::bytea as d, $5::text[] as e, $6::timestamptz as f, $7::mood as g',
    1,
    'x',
    { y: [1] },
    Buffer.from('z'),
    ['p', 'q'],
    new Date(0),
    'glad',
  ]),
  same(
    'results of utilities',
    'show timezone',
    'explain (costs off) select 1',
    'values (1, 2), (3, 4)',
    'table item',
    'analyze item',
  ),
  same(
    'DDL and its results',
    'create temp table t (id int)',
    'alter table t rename to u',
    'comment on table u is $$x$$',
    'drop table u',
    'drop table if exists u',
  ),
  same(
    'MERGE and ON CONFLICT',
    add(1),
    `insert into item values (1, 'x') on conflict (id) do update set name = excluded.name returning name`,
    'merge into item using (values (1)) v (id) on item.id = v.id when matched then delete',
    items,
  ),
  same('a view', add(1), 'select * from names', `insert into names values (2, 'x')`),
  same(
    'COPY without a stream',
    'copy item from stdin',
    items,
    'copy item to stdout',
    'begin',
    'copy item from stdin',
    'rollback',
  ),
  same('a query that takes too long', add(1), within(30, 'select pg_sleep(0.3)'), items),
  same(
    'a query that takes too long, in a transaction',
    'begin',
    add(1),
    within(30, 'select pg_sleep(0.3)'),
    add(2),
    'commit',
    items,
  ),
  same('a query in time', within(60_000, items), 'begin', within(60_000, add(1)), 'commit', items),
];
