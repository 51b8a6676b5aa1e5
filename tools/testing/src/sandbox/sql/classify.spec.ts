import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';

describe('classify', () => {
  it.each([
    ['begin', { kind: 'begin', readOnly: false }],
    ['  BEGIN', { kind: 'begin', readOnly: false }],
    ['/* x */ Begin;', { kind: 'begin', readOnly: false }],
    ['start transaction isolation level serializable read only', { kind: 'begin', readOnly: true }],
    ['commit', { kind: 'commit' }],
    ['END', { kind: 'commit' }],
    ['rollback', { kind: 'rollback' }],
    ['-- why\nabort', { kind: 'rollback' }],
    ['savepoint "a"', { kind: 'transaction-only', command: 'SAVEPOINT' }],
    ['rollback to "a"', { kind: 'transaction-only', command: 'ROLLBACK TO SAVEPOINT' }],
    ['rollback work to savepoint a', { kind: 'transaction-only', command: 'ROLLBACK TO SAVEPOINT' }],
    ['set transaction isolation level serializable', { kind: 'isolation', readOnly: false }],
    ['set transaction isolation level repeatable read, read only', { kind: 'isolation', readOnly: true }],
    ['begin isolation level serializable, read only', { kind: 'begin', readOnly: true }],
  ])('reads %j as transaction control', (sql, expected) => {
    expect(classify(sql)).toEqual(expected);
  });

  it.each([
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
    'insert into a values (1); insert into b values (2)',
    '',
  ])('lets %j pass as it is', (sql) => {
    expect(classify(sql)).toEqual({ kind: 'plain', changes: [], taints: false });
  });

  it.each([
    ['listen jobs', 'LISTEN'],
    ['UNLISTEN *', 'LISTEN'],
    [`prepare transaction 'x'`, 'a two-phase commit'],
    [`commit prepared 'x'`, 'a two-phase commit'],
    ['commit and chain', 'AND CHAIN'],
    ['select pg_advisory_lock(1)', 'an advisory lock of the session'],
    ['select pg_try_advisory_lock_shared(1)', 'an advisory lock of the session'],
    ['set session authorization postgres', 'a change of the session’s user or defaults'],
    ['RESET SESSION AUTHORIZATION', 'a change of the session’s user or defaults'],
    [
      `select set_config('session_authorization', 'postgres', true)`,
      'a change of the session’s user or defaults',
    ],
    ['select 1; commit', 'a text of several statements that begins or ends a transaction'],
    ['begin; select 1; end', 'a text of several statements that begins or ends a transaction'],
  ])('refuses %j', (sql, what) => {
    expect(classify(sql)).toMatchObject({ kind: 'refused', refusal: { what } });
  });

  it.each([
    [`set local app.tenant = '1'`, [], { name: 'app.tenant', local: true }],
    [`set local "app"."tenant" to '1'`, [], { name: 'app.tenant', local: true }],
    [`set search_path to a, b`, [], { name: 'search_path', local: false }],
    [`set session time zone 'UTC'`, [], { name: 'timezone', local: false }],
    [`set local role reader`, [], { name: 'role', local: true }],
    [`select set_config('app.tenant', f(1, 2), true)`, [], { name: 'app.tenant', local: true }],
    [`select set_config($1, $2, $3)`, ['App.Tenant', '1', false], { name: 'app.tenant', local: false }],
    [`reset work_mem`, [], { name: 'work_mem', local: false }],
  ])('knows which setting %j changes', (sql, values, change) => {
    expect(classify(sql, values)).toMatchObject({ kind: 'plain', changes: [change] });
  });

  it('finds every set_config() of one statement', () => {
    const found = classify(`select set_config('a.b', '1', true), set_config('a.c', '2', true)`);
    expect(found).toMatchObject({ changes: [{ name: 'a.b' }, { name: 'a.c' }] });
  });

  it('knows what leaves a prepared statement on the session', () => {
    expect(classify('prepare p as select 1')).toMatchObject({ kind: 'plain', taints: true });
  });
});
