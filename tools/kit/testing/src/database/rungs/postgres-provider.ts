import { inspectServer } from '../admin/inspect-server.ts';
import { prepareServer } from '../admin/prepare-server.ts';
import type { Provider, StartedServer } from '../supervisor/provider.ts';
import type { RunRecord, ServerOrder } from '../supervisor/server-record.ts';
import { adoptEmbedded, clearEmbedded } from './embedded-rung.ts';
import { launchServer, newRunFolder } from '../embedded/launch-server.ts';
import { useExisting } from './existing-rung.ts';
import { newLabel, removeLabelled } from './labelled-container.ts';
import { hasKept, sweepServer } from './sweep-server.ts';

export const postgresProvider: Provider = {
  plan,
  start,
  adopt: ({ folder }, url) => (folder === undefined ? undefined : adoptEmbedded(folder, url)),
  clear,
  versionOf: async (url) => (await inspectServer(url)).version,
  prepare: prepareServer,
  sweep: sweepServer,
  patience: async (url) => ((await hasKept(url)) ? halfAnHour : 1_000),
};

/** Somebody wants to look at what a failed test left. */
const halfAnHour = 30 * 60_000;

async function plan({ rung }: ServerOrder): Promise<RunRecord> {
  if (rung === 'embedded') return { service: 'postgres', folder: await newRunFolder() };
  return { service: 'postgres', ...(rung === 'container' ? { label: newLabel() } : {}) };
}

async function clear({ folder, label }: RunRecord): Promise<void> {
  if (folder !== undefined) await clearEmbedded(folder);
  if (label !== undefined) await removeLabelled(label);
}

async function start(order: ServerOrder, plan: RunRecord): Promise<StartedServer> {
  switch (order.rung) {
    case 'embedded':
      return launchServer(given(plan.folder, 'folder'));
    case 'container':
      return (await import('./container-rung.ts')).startContainer(
        given(order.image, 'image'),
        given(plan.label, 'label'),
      );
    default:
      return useExisting(given(order.url, 'url'));
  }
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the order for a server lacks its ${name}`);
  return value;
}
