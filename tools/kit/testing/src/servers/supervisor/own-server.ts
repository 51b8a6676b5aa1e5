import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Deadline } from '../../deadline/deadline.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { joinServer } from './join-server.ts';
import { pathOfServer } from './server-folder.ts';
import type { ServerOrder, ServerRecord } from '../model/server-record.ts';

export interface OwnServer {
  readonly record: ServerRecord;
  /** Ends the server and waits until its folder is removed. */
  readonly stop: () => Promise<void>;
}

/** Starts a server for this process alone. Its supervisor ends it when the process ends for any reason. */
export async function startOwnServer(
  order: Omit<ServerOrder, 'key' | 'own'>,
  signal?: AbortSignal,
): Promise<OwnServer> {
  signal?.throwIfAborted();
  const key = `own-${process.pid}-${randomBytes(4).toString('hex')}`;
  const folder = await pathOfServer(key);
  const { server, leave } = await joinServer({ ...order, key, own: true });
  let ending: Promise<void> | undefined;
  const stop = () => (ending ??= leave().then(() => untilGone(folder)));
  const abort = () => void stop().catch(() => undefined);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  return { record: server, stop };
}

async function untilGone(folder: string): Promise<void> {
  for (const deadline = new Deadline(30_000); existsSync(folder); await delay(10)) {
    if (!deadline.isOver()) continue;
    throw new ServerProblem(
      'server-failed',
      `The server in ${folder} did not end within ${deadline.description}.`,
      `Read its supervisor's log: cat ${folder}/supervisor.log`,
    );
  }
}
