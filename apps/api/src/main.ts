import { createIdentity } from '@acme/identity';
import { openCache } from './cache/open-cache.ts';
import { readConfig } from './config/read-config.ts';
import { ConfigError } from './config/variables.ts';
import { connect, impatient } from './database/connect.ts';
import { Notices } from './database/notices.ts';
import { refusedAccess } from './database/refused-access.ts';
import { createServer } from './http/create-server.ts';
import { listen } from './http/listen.ts';
import { MailFolder } from './mail/mail-folder.ts';
import { runCommand } from './run-command.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `node apps/api/src/main.ts`: serves the API until it is told to stop. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const orm = await connect(config.databaseUrl, impatient(config.databaseConnections));
  const mailer = new MailFolder(config.mailFolder);
  const identity = createIdentity({ em: orm.em, mailer });
  ConfigError.throwIfAny((await Promise.all([mailer.problems(), refusedAccess(orm)])).flat());
  const cache = openCache(config.redisUrl);
  const notices = new Notices(config.databaseUrl);
  const infrastructure = { caches: cache.caches, notices };
  const app = await createServer({ orm, identity, infrastructure, config });
  cache.connect(app.log);
  notices.start(app.log);
  app.addHook('onClose', () => orm.close());
  app.addHook('onClose', async () => cache.close());
  app.addHook('onClose', () => notices.stop());
  stopOnSignal(app, config.drainSeconds);
  process.send?.({ listening: await listen(app, config) });
});
