import type { Query } from '../catalogue.ts';
import { lostProtections, type Protection, readProtections } from './protections.ts';
import type { TenantTables } from './tenant-tables.ts';
import { readWeaknesses, type Weakness } from './weaknesses.ts';

/** A weakness that a migration has introduced, or a protection that it has removed. */
export interface Weakening extends Weakness {
  readonly migration: string;
}

export interface SteppedMigrations {
  readonly weakenings: readonly Weakening[];
  /** The first migration that failed; later ones did not run. */
  readonly failed?: { readonly migration: string; readonly error: unknown };
}

/** The facts of a database that matter for the separation of tenants. */
interface State {
  readonly weaknesses: readonly Weakness[];
  readonly protections: readonly Protection[];
}

/**
 * Returns nothing for an ORM without tenants.
 *
 * @example
 * noteTest('the tables of tenants are protected', async ({ isolatedDb: { admin } }) => {
 *   const tables = { root: 'organizations', column: 'organization_id' };
 *   const { weaknesses } = await readState((sql) => admin.query(sql), tables);
 *   expect(weaknesses).toEqual([]);
 * });
 */
export async function readState(
  query: Query,
  tables: TenantTables | undefined,
  readMore: (query: Query) => Promise<Weakness[]> = async () => [],
): Promise<State> {
  if (tables === undefined) return { weaknesses: [], protections: [] };
  const [weaknesses, more] = [await readWeaknesses(query, tables), await readMore(query)];
  return { weaknesses: [...weaknesses, ...more], protections: await readProtections(query, tables) };
}

interface Steps {
  readonly read: () => Promise<State>;
  readonly run: (migration: string) => Promise<unknown>;
}

/**
 * Runs migrations one by one, and compares the database before and after each.
 *
 * @example
 * noteTest('a migration that adds an unprotected table is named', async ({ isolatedDb: { admin } }) => {
 *   const tables = { root: 'organizations', column: 'organization_id' };
 *   const { weakenings } = await stepByStep(['0001-invoices'], {
 *     read: () => readState((sql) => admin.query(sql), tables),
 *     run: () => admin.query('create table invoices (organization_id uuid not null)'),
 *   });
 *   expect(weakenings[0]).toMatchObject({ migration: '0001-invoices', object: 'table invoices' });
 * });
 */
export async function stepByStep(
  migrations: readonly string[],
  { read, run }: Steps,
): Promise<SteppedMigrations> {
  const weakenings: Weakening[] = [];
  let before = await read();
  for (const migration of migrations) {
    try {
      await run(migration);
    } catch (error) {
      return { weakenings, failed: { migration, error } };
    }
    const after = await read();
    weakenings.push(...weaker(before, after).map((weakness) => ({ migration, ...weakness })));
    before = after;
  }
  return { weakenings };
}

function weaker(before: State, after: State): Weakness[] {
  const known = new Set(before.weaknesses.map(({ object, problem }) => `${object} ${problem}`));
  const lost = lostProtections(before.protections, after.protections);
  return [
    ...after.weaknesses.filter(({ object, problem }) => !known.has(`${object} ${problem}`)),
    ...lost.map(({ object, fact }) => ({ object, problem: `no longer has ${fact}` })),
  ];
}
