import { type Case, documented, on } from '../step.ts';

const start = 'create temp table start as select now() as at';

/** The differences under "What stays different" in docs/isolation.md that statements can show. */
export const documentedDifferences: readonly Case[] = [
  documented(
    'now()',
    '`now()` and `current_timestamp`',
    start,
    'select pg_sleep(0.01)',
    'select now() > at as later from start',
  ),
  documented(
    'a setting that a function makes for the session',
    'A setting that a _database function_ makes for the session',
    `select set_for_session('x')`,
    'begin',
    `select set_tenant('y')`,
    'commit',
    `select current_setting('app.tenant') as tenant`,
  ),
  documented(
    'the level that a function sees',
    'A database function that asks for its isolation level',
    'begin isolation level serializable',
    'select isolation()',
    'commit',
  ),
  on(
    { idle_in_transaction_session_timeout: 5_000 },
    documented(
      'limits on idle transactions',
      'Limits on idle transactions',
      'show idle_in_transaction_session_timeout',
    ),
  ),
];
