import { createIdentity } from '@acme/identity';
import { PgNotifications, TenantTransactions } from '@acme/platform';
import { openCache } from './cache/open-cache.ts';
import { readConfig } from './config/read-config.ts';
import { ConfigError } from './environment/variables.ts';
import { checkDatabaseAccess } from './database/check-database-access.ts';
import { connect, servingPoolOptions } from './database/connect.ts';
import { createServer } from './http/create-server.ts';
import { listen } from './http/listen.ts';
import { stopOnSignal } from './http/shutdown.ts';
import { MailFolder } from './mail/mail-folder.ts';
import { runCommand } from './run-command.ts';

/** `node apps/api/src/main.ts`: serves the API until it is stopped. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const orm = await connect(config.databaseUrl, servingPoolOptions(config.databaseConnections));
  const mailer = new MailFolder(config.mailFolder);
  const tenants = new TenantTransactions(orm.em);
  const identity = createIdentity({ tenants, mailer });
  ConfigError.throwIfAny((await Promise.all([mailer.problems(), checkDatabaseAccess(orm)])).flat());
  const cache = openCache(config.redisUrl);
  const notifications = new PgNotifications(config.databaseUrl);
  const infrastructure = { tenants, caches: cache.caches, notifications };
  const app = await createServer({ orm, identity, infrastructure, config });
  cache.connect(app.log);
  notifications.start(app.log);
  app.addHook('onClose', () => orm.close());
  app.addHook('onClose', async () => cache.close());
  app.addHook('onClose', () => notifications.stop());
  stopOnSignal(app, config.drainSeconds);
  process.send?.({ listening: await listen(app, config) });
});
