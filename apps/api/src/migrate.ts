import { readMigrationConfig } from './config/read-config.ts';
import { connect } from './database/connect.ts';
import { prepareApplicationRole } from './database/application-role.ts';
import { runCommand } from './run-command.ts';

/** `node apps/api/src/migrate.ts`: migrates the database, as its owner. */
await runCommand(async () => {
  const { ownerUrl, applicationUrl } = readMigrationConfig(process.env);
  const orm = await connect(ownerUrl);
  try {
    await orm.schema.ensureDatabase();
    await orm.migrator.up();
    await prepareApplicationRole(orm.em.fork(), applicationUrl);
  } finally {
    await orm.close();
  }
});
