import { setTimeout as delay } from 'node:timers/promises';
import { Deadline } from '../../deadline/deadline.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { explainFileError } from '../process/explain-file-error.ts';
import { closeToNewLeases } from './close-to-new-leases.ts';
import { isLast } from './supervisor-status.ts';
import { writeJson } from './json-file.ts';
import { liveLeases } from './leases.ts';
import { providerFor } from '../providers/provider-of.ts';
import type { Provider, StartedServer } from '../model/server-provider.ts';
import { fileOf, generationsOf, removeFiles, retireFolder } from './server-folder.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';
import type { SupervisorOrder } from './spawn-supervisor.ts';
import { removeEarlierTraces, adoptServer } from './adopt-server.ts';

const pause = 150;
const longEnoughToRead = 5_000;

export async function supervise(supervision: SupervisorOrder): Promise<void> {
  const { folder, generation, order } = supervision;
  const provider = await providerFor(order);
  if (!isLast(folder, generation)) return;
  const server = await provide(supervision, provider).catch((error: unknown) => fail(supervision, error));
  if (!server) return;
  let running = true;
  void server.ended.then(() => (running = false));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (running = false));
  // The server must not outlive its supervisor, whatever fails, even if its folder is deleted.
  await watch(supervision, provider, server.url, () => running).catch(console.error);
  await removeFiles(folder, generation, ['ready', 'closed']).catch(console.error);
  await server.stop().catch(console.error);
  await removeFiles(folder, generation, ['run']);
  if (isLast(folder, generation)) await retireFolder(folder);
}

async function provide(
  { folder, generation, order }: SupervisorOrder,
  provider: Provider,
): Promise<StartedServer> {
  const adopted = await adoptServer(folder, generation);
  const plan = adopted?.plan ?? (await provider.plan(order));
  await writeJson(fileOf(folder, 'run', generation), plan);
  await removeEarlierTraces(folder, generation);
  const server = adopted?.server ?? (await provider.start(order, plan));
  try {
    const prepared = await provider.prepare(server.url);
    const record: ServerRecord = { ...prepared, source: order.source, url: server.url };
    await writeJson(fileOf(folder, 'ready', generation), record);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Records the failure, and removes the folder after the waiting processes have read it. */
async function fail({ folder, generation }: SupervisorOrder, error: unknown): Promise<undefined> {
  await writeJson(fileOf(folder, 'failed', generation), failureOf(error));
  await removeFiles(folder, generation, ['run']);
  const deadline = new Deadline(longEnoughToRead);
  while (liveLeases(folder).length > 0 && !deadline.isOver()) await delay(pause);
  const isOver = isLast(folder, generation) && liveLeases(folder).length === 0;
  if (isOver && generationsOf(folder, 'run').length === 0) await retireFolder(folder);
}

/** Returns when the server is no longer needed: no lease is live, it has ended, or another supervisor took over. */
async function watch(
  { folder, generation }: SupervisorOrder,
  provider: Provider,
  url: string,
  running: () => boolean,
): Promise<void> {
  let [leases, since] = ['', Date.now()];
  let idleTime: number | undefined;
  while (running() && isLast(folder, generation)) {
    const live = liveLeases(folder);
    if (live.length > 0) since = Date.now();
    if (leases !== live.join() || idleTime === undefined) {
      if (!(await provider.sweep(url))) return;
      idleTime = await provider.idleTime(url);
    }
    leases = live.join();
    if (Date.now() - since >= idleTime && (await closeToNewLeases(folder, generation))) return;
    await delay(pause);
  }
}

function failureOf(cause: unknown): FailureRecord {
  const error = explainFileError(cause);
  if (error instanceof ServerProblem) return { code: error.code, what: error.what, fix: error.fix };
  const what = `The server's supervisor failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { code: 'server-failed', what, fix: 'Run `npm run verify-database` to check every server.' };
}
