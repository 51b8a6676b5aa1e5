import { describe, expect, test } from 'vitest';
import { childrenFirst, cleanUpSql, keepReferenceSql } from './clean-up-sql.ts';
import type { Table } from './table.ts';

const table = (name: string, references: string[] = [], hasReferenceData = false): Table => ({
  ...{ name, references, hasReferenceData, columns: ['id'] },
});

const names = (...tables: Table[]) => childrenFirst(tables).map(({ name }) => name);

describe('the order of deletion', () => {
  test('is children first', () => {
    const tables = [table('a'), table('b', ['a']), table('c', ['b', 'a'])];
    expect(names(...tables)).toEqual(['c', 'b', 'a']);
    expect(names(...tables.toReversed())).toEqual(['c', 'b', 'a']);
  });

  test('handles tables that reference themselves and each other', () => {
    const found = names(table('a', ['b']), table('b', ['a', 'b']), table('c', ['a']));
    expect(found.toSorted()).toEqual(['a', 'b', 'c']);
    expect(found[0]).toBe('c');
  });

  test('ignores references to tables that do not exist', () => {
    expect(names(table('a', ['elsewhere']))).toEqual(['a']);
  });
});

describe('the batch', () => {
  test('deletes, and neither truncates nor resets a sequence', () => {
    const sql = cleanUpSql([table('parent'), table('child', ['parent'])]);
    expect(sql.split(';\n')).toEqual(['delete from child vouch_now', 'delete from parent vouch_now']);
  });

  test('keeps reference rows, and restores missing ones, parents first', () => {
    const tables = [table('child', ['parent'], true), table('parent', [], true)];
    const statements = cleanUpSql(tables)
      .split(';\n')
      .map((sql) => sql.split(' ').slice(0, 3).join(' '));
    expect(statements).toEqual([
      'delete from child',
      'delete from parent',
      'insert into parent',
      'insert into child',
    ]);
    expect(keepReferenceSql(tables)).toContain('create table vouch_reference."parent" as table parent');
  });
});
