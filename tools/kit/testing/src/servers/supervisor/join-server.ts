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
  /** Gives the lease back; the server ends when it was the last one. */
  readonly leave: () => Promise<void>;
}

const limit = 120_000;
/** How many supervisors may die without a word before we stop starting others. */
const attempts = 3;

/** Takes a lease on the machine's server of this kind, and has it started when there is none. */
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
  // first the lease, then the probe: a supervisor about to close looks at the leases once more after closing the door
  const lease = await takeLease(folder);
  try {
    const server = (await waitForServer(folder, order, lease)) as Server | undefined;
    return server && { server, lease, leave: () => leave(folder, order, lease) };
  } catch (error) {
    lease.release();
    throw error;
  }
}

/** The supervisor that just ended took the folder with it. */
function againWhereGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** Undefined when the folder was cleared away while we waited in it. */
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
    `The ${service} server (${source}) did not come up. Its supervisor says in ${log}:\n${logTail(log)}`,
    'Run `npm run verify-database` to see what it is waiting for.',
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

/** When the supervisor was killed, another one is started to clear up after both. */
async function leave(folder: string, order: ServerOrder, lease: Lease): Promise<void> {
  lease.release();
  const { alive, generation } = supervisorStatus(folder);
  if (!alive && generationsOf(folder, 'run').length > 0) await start(folder, order, generation);
}
