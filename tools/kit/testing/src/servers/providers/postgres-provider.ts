import { inspectServer } from '../postgres/inspect-server.ts';
import { prepareServer } from '../postgres/prepare-server.ts';
import type { Provider, StartedServer } from '../model/server-provider.ts';
import type { RunRecord, ServerOrder } from '../model/server-record.ts';
import { adoptPostgres, clearPostgres } from './adopted-postgres.ts';
import { launchServer, newRunFolder } from '../embedded/launch-server.ts';
import { useExistingPostgres } from './existing-postgres.ts';
import { newLabel, removeLabelled } from '../containers/labelled-container.ts';
import { hasKept, sweepServer } from '../postgres/sweep-server.ts';

export const postgresProvider: Provider = {
  plan,
  start,
  adopt: ({ folder }, url) => (folder === undefined ? undefined : adoptPostgres(folder, url)),
  clear,
  versionOf: async (url) => (await inspectServer(url)).version,
  prepare: prepareServer,
  sweep: sweepServer,
  idleTime: async (url) => ((await hasKept(url)) ? halfAnHour : 1_000),
};

/** The idle time of a server with databases that were kept for inspection. */
const halfAnHour = 30 * 60_000;

async function plan({ source }: ServerOrder): Promise<RunRecord> {
  if (source === 'embedded') return { service: 'postgres', folder: await newRunFolder() };
  return { service: 'postgres', ...(source === 'container' ? { label: newLabel() } : {}) };
}

async function clear({ folder, label }: RunRecord): Promise<void> {
  if (folder !== undefined) await clearPostgres(folder);
  if (label !== undefined) await removeLabelled(label);
}

async function start(order: ServerOrder, plan: RunRecord): Promise<StartedServer> {
  switch (order.source) {
    case 'embedded':
      return launchServer(given(plan.folder, 'folder'));
    case 'container':
      return (await import('./postgres-container.ts')).startPostgresContainer(
        given(order.image, 'image'),
        given(plan.label, 'label'),
      );
    default:
      return useExistingPostgres(given(order.url, 'url'));
  }
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the order for a server has no ${name}`);
  return value;
}
