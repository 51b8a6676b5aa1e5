import { type Case, same } from '../step.ts';

const named = (name: string, text: string, values: unknown[] = []) => ({
  does: `${name}: ${text}`,
  with: (client: { query(config: object): Promise<unknown> }) => client.query({ name, text, values }),
});

export const preparedStatements: readonly Case[] = [
  same(
    'PREPARE, EXECUTE, DEALLOCATE',
    'prepare p (int) as select $1 + 1 as next',
    'execute p (1)',
    'execute p (2)',
    'deallocate p',
    'execute p (3)',
  ),
  same(
    'outlive a transaction',
    'begin',
    'prepare p as select 1 as one',
    'commit',
    'execute p',
    'begin',
    'execute p',
    'rollback',
    'execute p',
  ),
  same('outlive a rollback', 'begin', 'prepare p as select 1 as one', 'rollback', 'execute p'),
  same('twice of one name', 'prepare p as select 1 as one', 'prepare p as select 2 as two', 'execute p'),
  same(
    'belong to the test',
    'select name from pg_prepared_statements',
    'prepare p as select 1',
    'select name from pg_prepared_statements order by name',
  ),
  same(
    'that write',
    'prepare p (int) as insert into item values ($1, $$prepared$$)',
    'begin',
    'execute p (1)',
    'rollback',
    'execute p (2)',
    'select id from item',
  ),
  same('DEALLOCATE ALL', 'prepare p as select 1', 'deallocate all', 'execute p'),
  same('DISCARD PLANS', 'prepare p as select 1 as one', 'discard plans', 'execute p'),
  same(
    'of the driver',
    named('one', 'select $1::int as one', [1]),
    named('one', 'select $1::int as one', [2]),
    'select count(*) from pg_prepared_statements',
  ),
  same(
    'of the driver, two of a name',
    named('one', 'select 1 as one'),
    named('one', 'select 2 as two'),
    'select 3 as three',
  ),
  same(
    'of the driver, that fail',
    named('bad', 'select $1::int / 0 as bad', [1]),
    named('bad', 'select $1::int / 0 as bad', [1]),
    'select 1 as one',
  ),
  same(
    'of the driver, that do not parse',
    'begin',
    named('bad', 'selec 1', [1]),
    'rollback',
    named('bad', 'select 1 as one'),
  ),
];
