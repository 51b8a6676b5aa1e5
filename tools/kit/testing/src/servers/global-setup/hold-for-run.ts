import { ServerProblem } from '../model/server-problem.ts';
import type { ServerHold } from '../sources/acquire-first.ts';
import { heldServers } from './held-servers.ts';

type Holds = Map<string, Promise<ServerHold | undefined>>;

/** Takes a lease on a server for the whole run, prints which server it is, and returns a function that releases it. */
export async function holdForRun(
  service: string,
  acquire: () => Promise<ServerHold>,
): Promise<() => Promise<void>> {
  // Several levels of a run call this in one process, each from a copy of this module. Only the first call takes a
  // lease.
  const holds = ((globalThis as { vouchHolds?: Holds }).vouchHolds ??= new Map());
  if (holds.has(service)) return () => Promise.resolve();
  const taken = take(service, acquire);
  holds.set(service, taken);
  const hold = await taken;
  return async () => {
    holds.delete(service);
    heldServers().delete(service);
    await hold?.release();
  };
}

/** Returns undefined if no server is available: the tests that need one report the problem, and the others can run. */
async function take(service: string, acquire: () => Promise<ServerHold>): Promise<ServerHold | undefined> {
  try {
    const hold = await acquire();
    Object.assign(process.env, hold.environment);
    heldServers().set(service, hold.identity);
    console.log(` ${hold.line}`);
    return hold;
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    console.error(error.message);
    return undefined;
  }
}
