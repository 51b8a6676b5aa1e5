import { describe, expect, test } from 'vitest';
import { classify } from './classify.ts';
import { queryEffects } from './effects.ts';

describe('transaction control', () => {
  test.each([
    ['begin', { kind: 'begin', command: 'BEGIN', modes: {} }],
    ['  BEGIN work', { kind: 'begin', command: 'BEGIN', modes: {} }],
    ['/* x */ Begin;', { kind: 'begin', command: 'BEGIN', modes: {} }],
    ['start transaction read only', { kind: 'begin', command: 'START', modes: { access: 'read only' } }],
    [
      'begin isolation level repeatable read, read write not deferrable',
      { modes: { isolation: 'repeatable read', access: 'read write', deferrable: false } },
    ],
    ['commit', { kind: 'commit', chain: false }],
    ['END TRANSACTION', { kind: 'commit', chain: false }],
    ['commit and chain', { kind: 'commit', chain: true }],
    ['rollback work and no chain', { kind: 'rollback', chain: false }],
    ['-- why\nabort', { kind: 'rollback', chain: false }],
    ['set transaction isolation level serializable', { kind: 'set-transaction' }],
    ['set local transaction read only', { kind: 'set-transaction', modes: { access: 'read only' } }],
    ['savepoint "a b"', { kind: 'block-only', command: 'SAVEPOINT' }],
    ['release savepoint a', { kind: 'block-only', command: 'RELEASE SAVEPOINT' }],
    ['rollback work to savepoint a', { kind: 'block-only', command: 'ROLLBACK TO SAVEPOINT' }],
    ['lock table a', { kind: 'block-only', command: 'LOCK TABLE' }],
    ['declare c scroll cursor for select 1', { kind: 'block-only', command: 'DECLARE CURSOR' }],
  ])('%j is read', (sql, expected) => {
    expect(classify(sql)).toMatchObject(expected);
  });

  test.each([
    'begin foo',
    'begin isolation level serialisable',
    'begin , read only',
    'start',
    'commit foo',
    'rollback to',
    'set transaction',
    'set transaction isolation level',
    'savepoint',
  ])('%j is misspelt, and left to the server', (sql) => {
    expect(classify(sql)).toMatchObject({ kind: 'plain' });
  });
});

describe('a query', () => {
  test.each([
    'select 1',
    `select 'begin; commit'`,
    `insert into notes values ('it''s; commit')`,
    `select $$begin; commit;$$, $a$ ; rollback $$ $a$`,
    String.raw`select E'it\'s; commit'`,
    'select 1 /* ; commit /* nested */ ; rollback */',
    'select "commit;" from t -- ; commit',
    'with x as (select 1) select * from x',
    'select pg_advisory_xact_lock(1)',
    `select 'pg_advisory_lock('`,
    'update a set b = 1',
    'insert into a values (1) on conflict do update set b = 2',
    '',
  ])('%j has no effects to clean up', (sql) => {
    expect(classify(sql)).toMatchObject({
      kind: 'plain',
      effects: { ...queryEffects, onlyReads: expect.any(Boolean) as boolean },
    });
  });
});

describe('reading queries', () => {
  test.each(['select a, b from c where d = $1 order by e', '  SELECT\n1'])('is %j', (sql) => {
    expect(classify(sql)).toEqual({ kind: 'plain', effects: { ...queryEffects, onlyReads: true } });
  });

  test.each(['select f()', 'select 1 into temp t', 'with a as (delete from b) select 1', 'delete from a'])(
    'is not %j',
    (sql) => {
      expect(classify(sql)).toMatchObject({ effects: { onlyReads: false } });
    },
  );
});

describe('statements that cannot run in a sandbox', () => {
  test.each([
    ['listen jobs', 'LISTEN'],
    [`prepare transaction 'x'`, 'a two-phase commit'],
    [`commit prepared 'x'`, 'a two-phase commit'],
    ['select pg_advisory_lock(1)', 'an advisory lock of the session'],
    ['select "pg_try_advisory_lock_shared"(1)', 'an advisory lock of the session'],
    ['do $$ begin perform pg_advisory_lock(1); end $$', 'an advisory lock of the session'],
    ['select txid_current()', 'a query of its transaction number'],
    ['select * from pg_locks', 'a query of held locks (pg_locks)'],
    ['declare c cursor with hold for select 1', 'a cursor WITH HOLD'],
    ['create temp table t (id int) on commit drop', 'a temporary table ON COMMIT DROP or DELETE ROWS'],
    ['set transaction snapshot $$x$$', 'a snapshot of another transaction'],
    [`set transaction_isolation = 'serializable'`, 'a change of its isolation level'],
    ['select 1; commit', 'a text of several statements that begins or ends a transaction'],
    ['select 1; savepoint a', 'a text of several statements that begins or ends a transaction'],
    [`select set_config('a.' || 'b', 'x', false)`, 'set_config() for the session'],
    [`select set_config('a.b', 'x', f())`, 'set_config() for the session'],
    [`set a.b = 1; set local a.b = 2`, 'a text that changes one setting both'],
  ])('%j is unsupported', (sql, what) => {
    expect(classify(sql)).toMatchObject({
      kind: 'unsupported',
      problem: { what: expect.stringContaining(what) as string },
    });
  });
});

describe('settings', () => {
  test.each([
    [`set local app.tenant = '1'`, []],
    [`set local "app"."tenant" to '1'`, []],
    [`set local role reader`, []],
    [`select set_config('app.tenant', f(1, 2), true)`, []],
    [`select set_config('app.' || 'tenant', '1', true)`, []],
    ['select set_config($1::text, $2, $3)', ['app.tenant', '1', 'on']],
    [`do $$ begin if true then set local a.b = 1; end if; end $$`, []],
    [`do $$ begin execute 'set local a.b = 1'; end $$`, []],
    [`do 'begin execute $a$ select set_config($a$ || f() || $a$)$a$; end'`, []],
  ])('%j changes one for the transaction', (sql, values) => {
    expect(classify(sql, values)).toMatchObject({ effects: { localSettings: true, sessionSettings: [] } });
  });

  test.each([
    [`set search_path to a, b`, [], ['search_path']],
    [`set session time zone 'UTC'`, [], ['timezone']],
    [`set "App"."Tenant" = '1'`, [], ['app.tenant']],
    [`select set_config($1, $2, $3)`, ['App.Tenant', '1', false], ['app.tenant']],
    [`select set_config('a.b', '1', false), set_config('a.c', '1', 'f')`, [], ['a.b', 'a.c']],
    [`reset work_mem`, [], ['work_mem']],
    ['set session authorization default', [], ['session_authorization']],
    ['set names $$UTF8$$; set schema $$a$$', [], ['client_encoding', 'search_path']],
  ])('%j changes some for the session', (sql, values, sessionSettings) => {
    expect(classify(sql, values)).toMatchObject({ effects: { localSettings: false, sessionSettings } });
  });

  test.each(['set constraints all deferred', 'reset all', 'set transaction read only; select 1'])(
    '%j changes none',
    (sql) => {
      expect(classify(sql)).not.toMatchObject({ effects: { sessionSettings: [expect.anything()] } });
    },
  );
});

describe('effects', () => {
  test.each([
    ['show x', { queries: false }],
    ['show transaction isolation level', { readsCharacteristics: true }],
    [`select current_setting('transaction_isolation')`, { readsCharacteristics: true }],
    ['set constraints all deferred', { constraints: true, warning: 'SET CONSTRAINTS' }],
    ['create temp table t (id int unique deferrable)', { definesConstraints: true }],
    ['create or replace function f() returns int as $$ $$', { functions: true }],
    ['copy t from stdin', { converses: true }],
    [`load 'auto_explain'`, { unclean: true }],
    ['discard temp', { resets: true }],
    ['do $$ declare c refcursor; begin end $$', { cursors: true }],
  ])('of %j', (sql, effects) => {
    expect(classify(sql)).toMatchObject({ kind: 'plain', effects });
  });

  test('of a query of a setting whose name is a parameter', () => {
    const asked = classify('select current_setting($1)', ['transaction_isolation']);
    expect(asked).toMatchObject({ effects: { readsCharacteristics: true } });
  });
});
