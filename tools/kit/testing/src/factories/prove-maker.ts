import { setImmediate as allThatWaits } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, vi } from 'vitest';
import type { Admin } from '../test-db/admin.ts';
import { idOf, type Tenancy } from './tenancy.ts';

/** The methods that every factory has. */
export interface Maker {
  build(): object;
  createList(count: number): Promise<object[]>;
}

interface Database {
  readonly em: EntityManager;
  readonly admin: Admin;
  readonly tenancy: Tenancy | undefined;
}

/** Proves that `build` sends no SQL, that the database accepts two entities, and that both have one tenant. */
export async function proveMaker(maker: Maker, database: Database): Promise<void> {
  const { em, tenancy } = database;
  using execute = vi.spyOn(em.getConnection(), 'execute');
  const built = maker.build();
  await allThatWaits();
  expect(execute, 'statements that build sent').not.toHaveBeenCalled();
  const before = await tenantsIn(database);
  const created = await maker.createList(2);
  expect(new Set(created.map(idOf)).size, 'different ids of two entities').toBe(2);
  const own = em.getMetadata().get(built.constructor).className === tenancy?.root ? 2 : 1;
  expect((await tenantsIn(database)) - before, 'tenants made').toBeLessThanOrEqual(own);
}

async function tenantsIn({ em, admin, tenancy }: Database): Promise<number> {
  const root = [...em.getMetadata().getAll().values()].find(({ className }) => className === tenancy?.root);
  if (!root) return 0;
  const [row] = await admin.query<{ count: number }>(
    `select count(*)::int as count from "${root.tableName}"`,
  );
  return row?.count ?? 0;
}
