import { alertsEntities, alertsMigrations } from '@acme/alerts';
import { identityContent } from '@acme/identity-test';

/** What the component's database is made of: its own after identity's. */
export const alertsContent = {
  ...identityContent,
  entities: [...identityContent.entities, ...alertsEntities],
  migrations: [...identityContent.migrations, ...alertsMigrations],
};
