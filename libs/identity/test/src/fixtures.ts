import { createIdentity, type Identity } from '@acme/identity';
import type { Mail } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Admin, componentTest, type IsolatedDb, RecordingMailer, type TestDb } from '@vouch/testing';
import type { TestAPI } from 'vitest';
import { type IdentityFactories, identityFactories } from './factories/generated/identity-factories.ts';
import { SteppedClock } from './fakes/stepped-clock.ts';
import { identityContent } from './identity-content.ts';

export interface IdentityFixtures {
  /** The test's own entity manager, as the application's role: without a tenant it sees nothing that a tenant owns. */
  em: EntityManager;
  /** Sees and writes everything, in the test's own transaction. */
  admin: Admin;
  /** A database of the test's own, to do with as it likes. */
  isolatedDb: IsolatedDb;
  /** Connections that really commit, and wait for each other. */
  committedDb: TestDb;
  /** Keeps what is mailed. Stateful. */
  mailer: RecordingMailer<Mail>;
  /** The time that the component sees: it stands still until it is told to go on. Stateful. */
  time: SteppedClock;
  /** The component under test. */
  identity: Identity;
  /** Bound to the test's entity manager. */
  factories: IdentityFactories;
}

// #region fixtures
const built = componentTest(identityContent)
  .extend('mailer', ({}) => new RecordingMailer<Mail>())
  .extend('time', ({}) => new SteppedClock())
  .extend('identity', ({ em, mailer, time }): Identity =>
    createIdentity({ em, mailer, now: () => time.now() }),
  )
  .extend('factories', ({ em, faker }): IdentityFactories => identityFactories({ em, faker }));
// #endregion fixtures

/**
 * `test` with the component and all that its tests need; the database is the test's own. Its type is written out, so
 * that declarations need not name what the kit keeps to itself.
 */
export const test = built as unknown as TestAPI<IdentityFixtures>;

export { expect } from 'vitest';
