import { readSeedConfig } from './config/read-config.ts';
import { connect } from './database/connect.ts';
import { demoTenants } from './demo/demo-tenants.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { runCommand } from './run-command.ts';

/** `node apps/api/src/seed.ts`: creates the demo tenants, as the application's role. */
await runCommand(async () => {
  const { databaseUrl } = readSeedConfig(process.env);
  const orm = await connect(databaseUrl);
  try {
    await seedDemo(orm.em, demoTenants);
  } finally {
    await orm.close();
  }
});
