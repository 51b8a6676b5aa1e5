import { createIdentity, type Identity } from '@acme/identity';
import type { Mail } from '@acme/identity-contract';
import { TenantTransactions } from '@acme/platform';
import { TestClock } from '@acme/platform-test';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Admin, componentTest, type IsolatedDb, RecordingMailer, type TestDb } from '@vouch/testing';
import type { TestAPI } from 'vitest';
import { type IdentityFactories, identityFactories } from './factories/generated/identity-factories.ts';
import { identityContent } from './identity-content.ts';

export interface IdentityFixtures {
  /** In the test's transaction, as the application's role: without a scope, it sees no row that a tenant owns. */
  em: EntityManager;
  /** In the test's transaction, as a superuser. */
  admin: Admin;
  /** A database that only this test uses. */
  isolatedDb: IsolatedDb;
  /** Connections that really commit and block each other. */
  committedDb: TestDb;
  /** Records mails. Stateful. */
  mailer: RecordingMailer<Mail>;
  /** The component's clock. Stateful. */
  time: TestClock;
  /** The component under test. */
  identity: Identity;
  /** Bound to the test's entity manager. */
  factories: IdentityFactories;
}

// #region fixtures
const built = componentTest(identityContent)
  .extend('mailer', ({}) => new RecordingMailer<Mail>())
  .extend('time', ({}) => new TestClock())
  .extend('identity', ({ em, mailer, time }): Identity =>
    createIdentity({ tenants: new TenantTransactions(em), mailer, now: () => time.now() }),
  )
  .extend('factories', ({ em, faker }): IdentityFactories => identityFactories({ em, faker }));
// #endregion fixtures

/** `test` with the fixtures of identity. Its explicit type keeps internal types of the kit out of the declarations. */
export const test = built as unknown as TestAPI<IdentityFixtures>;

/** The component on another entity manager, for example one that commits. */
export function identityOn(em: EntityManager, mailer = new RecordingMailer<Mail>()): Identity {
  return createIdentity({ tenants: new TenantTransactions(em), mailer });
}

export { expect } from 'vitest';
