import fc from 'fast-check';
import type { Step } from './step.ts';

const circular: Record<string, unknown> = {};
circular.self = circular;

const tenant = (name: string, scope: string): string =>
  `select set_config('app.tenant', '${name}', ${scope})`;
const add = (id: number, parent = 'null'): string =>
  `insert into item values (${id}, 'item', ${id}, ${parent})`;

const blocks: readonly Step[] = [
  ...[
    'begin',
    'begin',
    'begin',
    'begin read only',
    'begin isolation level serializable',
    'begin isolation level serialisable',
  ],
  ...['start transaction read write', 'begin isolation level repeatable read, read only'],
  ...[
    'commit',
    'commit',
    'commit',
    'commit',
    'rollback',
    'rollback',
    'commit and chain',
    'rollback and chain',
  ],
  ...['savepoint a', 'savepoint b', 'release a', 'rollback to a', 'rollback to savepoint b'],
  ...[
    'set transaction read only',
    'set transaction read write',
    'set transaction isolation level serializable',
  ],
  ...['set default_transaction_read_only = on', 'set default_transaction_read_only = off'],
  ...['set local default_transaction_read_only = on', 'reset default_transaction_read_only'],
];

const writes: readonly Step[] = [
  ...[1, 2, 3].flatMap((id) => [add(id), add(id), `delete from item where id = ${id}`]),
  ...[
    add(4, '1'),
    add(5, '4'),
    add(1, '9'),
    'update item set parent = 2 where id = 1',
    'update item set parent = null',
  ],
  ...[
    'insert into place values (1, 1)',
    'insert into place values (2, 1)',
    'update place set position = 3 - position',
  ],
  ...[`insert into entry (text) values ('good')`, `insert into entry (text) values ('bad')`],
  ...[`insert into note values ('a', 'note')`, `insert into note values ('b', 'note')`, `delete from note`],
  ...[
    `select add_item(6, 'six')`,
    `select try_sql('insert into item values (7, null)')`,
    `select try_sql('${add(8)}')`.replaceAll(/'item'|null\)/g, (part) => part.replaceAll(`'`, `''`)),
  ],
  ...[
    `do $$ begin ${add(1)}; exception when others then null; end $$`,
    `${add(2)}; ${add(3)}`,
    `${add(2, '9')}; ${add(3)}`,
  ],
  ...[
    'create temp table scratch (id int unique deferrable initially deferred)',
    'insert into scratch values (1)',
    'drop table scratch',
  ],
  ['insert into item (id, name) values ($1, $2)', 3, 'parameters'],
  ['insert into entry (text) values ($1)', circular],
];

const settings: readonly Step[] = [
  ...['a', 'b', ''].flatMap((name) => [
    tenant(name, 'true'),
    tenant(name, 'false'),
    `set local app.tenant = '${name}'`,
    `select set_tenant('${name}')`,
  ]),
  ...[
    `select set_config('app.' || 'tenant', 'c', true)`,
    `set app.tenant = 'a'`,
    'reset app.tenant',
    'reset all',
  ],
  ...[
    'set local search_path = pg_catalog, public',
    'set search_path = public, pg_temp',
    'select set_path()',
    'set local work_mem = $$5MB$$',
  ],
  ...[
    'set local role vouch_app',
    'set role vouch_owner',
    'reset role',
    `do $$ begin perform set_config('app.tenant', 'a', true); end $$`,
  ],
  ...[
    'set constraints all deferred',
    'set constraints all immediate',
    'set constraints item_parent_fkey immediate',
  ],
];

const others: readonly Step[] = [
  ...[
    'declare c cursor for select id from item order by id',
    'fetch 1 from c',
    'close c',
    'select open_items()',
    'fetch 1 from items',
  ],
  ...[
    'prepare p as select count(*) from item',
    'execute p',
    'deallocate p',
    'lock table item',
    'notify jobs',
  ],
  ...[
    'select 1/0',
    'nonsense',
    'select nothing from item',
    'select pg_advisory_xact_lock(1)',
    'select for update from item',
  ],
  ...([{ release: 'healthy' }, { release: 'broken' }] as const),
];

const reads: readonly Step[] = [
  'select id, parent from item order by id',
  'select item, position from place order by item',
  'select text from entry order by number',
  'select tenant from note order by tenant',
  `select coalesce(current_setting('app.tenant', true), '') as tenant`,
  'show search_path',
  'show transaction_read_only',
  'show work_mem',
  'select current_user, session_user',
  'select count(*) from pg_cursors',
];

const lists = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...blocks) },
    { weight: 6, arbitrary: fc.constantFrom(...writes) },
    { weight: 4, arbitrary: fc.constantFrom(...settings) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
    { weight: 4, arbitrary: fc.constantFrom(...reads) },
  ),
  { minLength: 5, maxLength: 30 },
);

/**
 * Generates lists in which transaction control pairs up: otherwise the test is blamed, and later statements are not
 * compared. At the end everything is read.
 */
export const randomSteps: fc.Arbitrary<Step[]> = lists.map((steps) => {
  let open = false;
  const paired = steps.filter((step) => {
    const text = typeof step === 'string' ? step : 'release' in step ? 'release' : '';
    if (/^(?:begin|start)\b(?!.*serialisable)/.test(text)) return !open && (open = true);
    if (/^(?:commit|rollback)$/.test(text)) return open && !(open = false);
    return text !== 'release' || !open;
  });
  return [...paired, ...(open ? ['commit'] : []), ...reads];
});
