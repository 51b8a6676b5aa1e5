import { acquireServer } from './acquire-server.ts';
import { DatabaseProblem } from './problem.ts';
import type { TestServer } from './test-server.ts';

interface Holder {
  vouchServer?: Promise<TestServer | undefined>;
}

/** Vitest's global set-up of the levels that need PostgreSQL: the run holds the server, and its workers inherit it. */
export default async function holdServer(): Promise<() => Promise<void>> {
  // Several levels of one run call this in one process, each from a copy of this module: the first takes hold.
  const holder = globalThis as Holder;
  if (holder.vouchServer !== undefined) return () => Promise.resolve();
  holder.vouchServer = takeHold();
  const server = await holder.vouchServer;
  return async () => {
    delete holder.vouchServer;
    await server?.release();
  };
}

/** A run without a server goes on: the tests that need one say what is wrong, the others are not harmed. */
async function takeHold(): Promise<TestServer | undefined> {
  try {
    const server = await acquireServer();
    Object.assign(process.env, server.environment);
    console.log(` ${server.line}`);
    return server;
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    console.error(error.message);
    return undefined;
  }
}
