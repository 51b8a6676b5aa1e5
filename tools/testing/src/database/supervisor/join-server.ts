import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseProblem } from '../problem.ts';
import { claimNext, standingOf } from './generations.ts';
import { type Lease, takeLease } from './leases.ts';
import { nextStep } from './next-step.ts';
import { generationsOf, serverFolder } from './server-folder.ts';
import type { ServerOrder, ServerRecord } from './server-record.ts';
import { spawnSupervisor } from './spawn-supervisor.ts';

export interface JoinedServer {
  readonly server: ServerRecord;
  readonly lease: Lease;
  /** Gives the lease back; the server ends when it was the last one. */
  readonly leave: () => Promise<void>;
}

const limit = 120_000;

/** Takes a lease on the machine's server of this kind, and has it started when there is none. */
export async function joinServer(order: ServerOrder): Promise<JoinedServer> {
  const folder = await serverFolder(order.key);
  // first the lease, then the look: a supervisor about to close looks at the leases once more after closing the door
  const lease = await takeLease(folder);
  try {
    const server = await waitForServer(folder, order);
    return { server, lease, leave: () => leave(folder, order, lease) };
  } catch (error) {
    lease.release();
    throw error;
  }
}

async function waitForServer(folder: string, order: ServerOrder): Promise<ServerRecord> {
  let awaited = 0;
  for (const deadline = Date.now() + limit; Date.now() < deadline; await delay(10)) {
    const standing = standingOf(folder);
    const step = nextStep(standing, awaited);
    if (step.do === 'use') return step.server;
    if (step.do === 'give-up')
      throw new DatabaseProblem(step.failure.code, step.failure.what, step.failure.remedy);
    if (step.do === 'wait') awaited = standing.generation;
    else awaited = (await start(folder, order, standing.generation)) ?? awaited;
  }
  throw new DatabaseProblem(
    'server-failed',
    `The ${order.rung} server was not ready after ${limit / 1000} s. Its supervisor's log is ${folder}/supervisor.log.`,
    'Run `npm run verify-database` to see what it is waiting for.',
  );
}

async function start(folder: string, order: ServerOrder, last: number): Promise<number | undefined> {
  const generation = await claimNext(folder, last);
  if (generation !== undefined) await spawnSupervisor({ folder, generation, order });
  return generation;
}

/** When the supervisor was killed, another one is started to clear up after both. */
async function leave(folder: string, order: ServerOrder, lease: Lease): Promise<void> {
  lease.release();
  const { alive, generation } = standingOf(folder);
  if (!alive && generationsOf(folder, 'run').length > 0) await start(folder, order, generation);
}
