import type { RunRecord, ServerOrder } from '../supervisor/server-record.ts';
import { adoptEmbedded, clearEmbedded, newRunFolder, startEmbedded } from './embedded-rung.ts';
import { useExisting } from './existing-rung.ts';
import type { StartedServer } from './started-server.ts';

/** What a rung is about to make, to be written down before it is made. */
export async function planRung({ rung }: ServerOrder): Promise<RunRecord> {
  return rung === 'embedded' ? { folder: await newRunFolder() } : {};
}

export async function startRung(order: ServerOrder, plan: RunRecord): Promise<StartedServer> {
  switch (order.rung) {
    case 'embedded':
      return startEmbedded(given(plan.folder, 'folder'));
    case 'container':
      return (await import('./container-rung.ts')).startContainer(given(order.image, 'image'));
    default:
      return useExisting(given(order.url, 'url'));
  }
}

/** The server of a killed supervisor, where it still runs and can be taken over. */
export function adoptRung(plan: RunRecord, url: string): StartedServer | undefined {
  return plan.folder === undefined ? undefined : adoptEmbedded(plan.folder, url);
}

/** Clears away what a killed supervisor left. */
export async function clearRung(plan: RunRecord): Promise<void> {
  if (plan.folder !== undefined) await clearEmbedded(plan.folder);
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the order for a server lacks its ${name}`);
  return value;
}
