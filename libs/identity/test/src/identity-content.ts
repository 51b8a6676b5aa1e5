import { identityEntities, identityMigrations, identityRoutines } from '@acme/identity';
import { platformContent } from '@acme/platform-test';

/** The database content of identity and the platform. Components that refer to organizations spread it before their own. */
export const identityContent = {
  entities: identityEntities,
  migrations: [...platformContent.migrations, ...identityMigrations],
  orm: { ...platformContent.orm, routines: [...platformContent.orm.routines, ...identityRoutines] },
};
