import type { MikroORM } from '@mikro-orm/postgresql';
import { expect } from 'vitest';
import { type CatalogueEntry, readCatalogue } from '../catalogue.ts';
import { compareCatalogues } from '../compare-catalogues.ts';
import { updateSql } from '../update-sql.ts';
import type { Declaration } from './declarations-of.ts';

/** Removes one declaration at a time and expects a difference from a migrated database. */
export async function expectEachMissed(orm: MikroORM, declarations: readonly Declaration[]): Promise<void> {
  expect(declarations).not.toEqual([]);
  const whole = JSON.stringify(orm.schema.getTargetSchema());
  for (const { name, forget, mayBeTwice } of declarations) {
    const remember = forget();
    const twice = mayBeTwice && JSON.stringify(orm.schema.getTargetSchema()) === whole;
    if (!twice) expect((await updateSql(orm)).up, `without ${name}`).not.toBe('');
    remember();
  }
  await expect(updateSql(orm)).resolves.toEqual({ up: '', down: '' });
}

/** Removes one object of a migrated database at a time, expects a difference in the catalogue, and rolls back. */
export async function expectRemovalsSeen(
  orm: MikroORM,
  removalsIn: (catalogue: readonly CatalogueEntry[]) => string[],
): Promise<void> {
  const connection = orm.em.getConnection();
  const read = (transaction?: unknown): Promise<CatalogueEntry[]> =>
    readCatalogue(
      (sql) => connection.execute(sql, [], 'all', transaction),
      orm.config.get('migrations').tableName ?? '',
    );
  const whole = await read();
  const removals = removalsIn(whole);
  expect(removals).not.toEqual([]);
  for (const removal of removals) {
    const transaction = await connection.begin();
    try {
      await connection.execute(removal, [], 'run', transaction);
      expect(compareCatalogues(whole, await read(transaction)), removal).not.toEqual([]);
    } finally {
      await connection.rollback(transaction);
    }
  }
}
