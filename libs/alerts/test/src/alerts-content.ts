import { alertsEntities, alertsMigrations } from '@acme/alerts';
import { identityContent } from '@acme/identity-test';

/** The content of the component's database: identity's entities and migrations, then its own. */
export const alertsContent = {
  ...identityContent,
  entities: [...identityContent.entities, ...alertsEntities],
  migrations: [...identityContent.migrations, ...alertsMigrations],
};
