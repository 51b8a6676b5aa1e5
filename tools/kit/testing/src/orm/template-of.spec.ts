import { Migration } from '@mikro-orm/migrations';
import type { MigrationObject } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { type DatabaseContent, templateOf } from './template-of.ts';

function migration(sql: string): MigrationObject {
  return {
    name: 'first',
    class: class extends Migration {
      override up(): void {
        this.addSql(sql);
      }
    },
  };
}

async function keyOf(content: Partial<DatabaseContent>): Promise<string> {
  return (await templateOf({ entities: [], migrations: [], ...content })).key;
}

test('has the same key for the same content', async () => {
  const content = () => ({ migrations: [migration('create table a (id int)')] });
  expect(await keyOf(content())).toBe(await keyOf(content()));
});

test('has another key when a statement changes, even if the migration’s own source does not', async () => {
  const one = await keyOf({ migrations: [migration('create table a (id int)')] });
  expect(await keyOf({ migrations: [migration('create table a (id bigint)')] })).not.toBe(one);
});

test('has another key for another order, name, number or seed', async () => {
  const [a, b] = [migration('create table a ()'), { ...migration('create table b ()'), name: 'second' }];
  const contents = [
    { migrations: [a, b] },
    { migrations: [b, a] },
    { migrations: [a] },
    { migrations: [{ ...a, name: 'renamed' }] },
    { migrations: [a], seed: async () => undefined },
    { migrations: [a], seed: async () => Promise.resolve() },
  ];
  expect(new Set(await Promise.all(contents.map(keyOf))).size).toBe(contents.length);
});

test('reads the statements that a migration executes, and handles one that needs a database', async () => {
  const executing = (sql: string): MigrationObject => ({
    name: 'first',
    class: class extends Migration {
      override async up(): Promise<void> {
        await this.execute(sql);
      }
    },
  });
  const needing: MigrationObject = {
    name: 'first',
    class: class extends Migration {
      override async up(): Promise<void> {
        await this.getEntityManager().execute('select 1');
      }
    },
  };
  const keys = [executing('select 1'), executing('select 2'), needing].map((each) =>
    keyOf({ migrations: [each] }),
  );
  expect(new Set(await Promise.all(keys)).size).toBe(3);
});
