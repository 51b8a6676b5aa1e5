import type { EntityManager } from '@mikro-orm/postgresql';
import { describe } from 'vitest';
import type { Admin } from '../test-db/admin.ts';
import type { FactoryClasses } from './bind-factories.ts';
import type { FactoryContext } from './factory-context.ts';
import { type Maker, proveMaker } from './prove-maker.ts';
import type { Tenancy } from './tenancy.ts';
import { traitsOf } from './traits-of.ts';

/** A component's `test` with its database. */
type DatabaseTest = (
  name: string,
  run: (fixtures: { em: EntityManager; admin: Admin; skip: (note: string) => never }) => Promise<void>,
) => void;

type Bind = (context: FactoryContext) => Readonly<Record<string, object>>;

/**
 * Tests every factory, alone and with each of its traits: the database accepts its entities, a list has one tenant,
 * and `build` sends no SQL. A trait is a method without parameters that returns the factory.
 *
 * @example
 * const classes = { note: NoteFactory };
 * proveFactories(noteTest, classes, (context) => bindFactories(classes, context));
 */
export function proveFactories(
  test: DatabaseTest,
  classes: FactoryClasses,
  bind: Bind,
  tenancy?: Tenancy,
): void {
  describe.each(Object.entries(classes))('the factory %s', (name, FactoryClass) => {
    const makerOf = (em: EntityManager): Maker => bind({ em, tenancy })[name] as Maker;

    test('builds without SQL, and creates two entities of one tenant', async ({ em, admin }) => {
      await proveMaker(makerOf(em), { em, admin, tenancy });
    });

    for (const trait of traitsOf(FactoryClass)) {
      test(`builds and creates with ${trait}()`, async ({ em, admin, skip }) => {
        const maker = (makerOf(em) as unknown as Record<string, () => unknown>)[trait]?.();
        if (!(maker instanceof FactoryClass)) return skip(`${trait}() returns no ${FactoryClass.name}`);
        await proveMaker(maker as Maker, { em, admin, tenancy });
      });
    }
  });
}
