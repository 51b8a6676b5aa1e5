import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Deadline } from '../../deadline/deadline.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { claimNext, supervisorStatus } from './supervisor-status.ts';
import { type Lease, takeLease } from './leases.ts';
import { nextStep } from './next-step.ts';
import { generationsOf, serverFolder } from './server-folder.ts';
import type { ServerOrder, ServerRecord } from '../model/server-record.ts';
import { spawnSupervisor } from './spawn-supervisor.ts';

export interface JoinedServer<Server extends ServerRecord> {
  readonly server: Server;
  readonly lease: Lease;
  /** Releases the lease. The server ends after its last lease. */
  readonly leave: () => Promise<void>;
}

const limit = 120_000;
/** The number of supervisors that may die without a message before no other is started. */
const attempts = 3;

/** Takes a lease on the machine's server for this order, and starts the server if it is not running. */
export async function joinServer<Server extends ServerRecord>(
  order: ServerOrder,
): Promise<JoinedServer<Server>> {
  for (;;) {
    const joined = await tryToJoin<Server>(order).catch(againWhereGone);
    if (joined) return joined;
  }
}

async function tryToJoin<Server extends ServerRecord>(
  order: ServerOrder,
): Promise<JoinedServer<Server> | undefined> {
  const folder = await serverFolder(order.key);
  // Takes the lease before it reads the status: a closing supervisor checks the leases again after it has closed.
  const lease = await takeLease(folder);
  try {
    const server = (await waitForServer(folder, order, lease)) as Server | undefined;
    return server && { server, lease, leave: () => leave(folder, order, lease) };
  } catch (error) {
    lease.release();
    throw error;
  }
}

/** Continues if the supervisor that just ended removed the folder. */
function againWhereGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** Returns undefined if the folder was removed while waiting. */
async function waitForServer(
  folder: string,
  order: ServerOrder,
  lease: Lease,
): Promise<ServerRecord | undefined> {
  let [awaited, started] = [0, 0];
  for (const deadline = new Deadline(limit); !deadline.isOver() && started <= attempts; await delay(10)) {
    const status = supervisorStatus(folder);
    if (!lease.isHeld()) return undefined;
    const step = nextStep(status, awaited);
    if (step.do === 'use') return step.server;
    if (step.do === 'give-up')
      throw new ServerProblem(step.failure.code, step.failure.what, step.failure.fix);
    if (step.do === 'wait') awaited = status.generation;
    else if (await start(folder, order, status.generation)) {
      awaited = status.generation + 1;
      started += 1;
    }
  }
  throw silent(folder, order);
}

function silent(folder: string, { service, source }: ServerOrder): ServerProblem {
  const log = join(folder, 'supervisor.log');
  return new ServerProblem(
    'server-failed',
    `The ${service} server (${source}) did not start. Its supervisor's log, ${log}, ends with:\n${logTail(log)}`,
    'Run `npm run verify-database` to check every server.',
  );
}

function logTail(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-10).join('\n');
}

async function start(folder: string, order: ServerOrder, last: number): Promise<boolean> {
  const generation = await claimNext(folder, last);
  if (generation !== undefined) await spawnSupervisor({ folder, generation, order });
  return generation !== undefined;
}

/** Releases the lease. If the supervisor was killed, starts another one, which cleans up. */
async function leave(folder: string, order: ServerOrder, lease: Lease): Promise<void> {
  lease.release();
  const { alive, generation } = supervisorStatus(folder);
  if (!alive && generationsOf(folder, 'run').length > 0) await start(folder, order, generation);
}
