import {
  createIdentity,
  type Identity,
  identityEntities,
  identityMigrations,
  identityOrm,
} from '@acme/identity';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RecordingMailer } from '@vouch/testing';

/** What a component's database needs of this one, to be put before its own. */
export const identityContent = {
  entities: identityEntities,
  migrations: identityMigrations,
  orm: { ...identityOrm, driverOptions: { pipeline: true } },
};

/** The real component for other components' tests; what it mails goes nowhere. */
export function identityOn(em: EntityManager): Identity {
  return createIdentity({ em, mailer: new RecordingMailer() });
}
