import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RunningApi } from './api-port.ts';

/** An API that runs as a separate process. Disposing it sends SIGTERM and waits for the end. */
export interface RunningProcess extends RunningApi, AsyncDisposable {
  readonly process: ChildProcess;
}

/**
 * Starts a Node program that sends `{ listening: <address> }` to its parent once it serves, as production would start it.
 *
 * @example
 * await using api = await startApiProcess('apps/api/src/main.ts', { PORT: '0', DATABASE_URL: database.appUrl });
 * expect((await new Caller(api.address).get('/health')).status).toBe(200);
 */
export async function startApiProcess(
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<RunningProcess> {
  const chunks: Buffer[] = [];
  const child = spawn(process.execPath, [program], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const log = (): string => Buffer.concat(chunks).toString();
  const dispose = (): Promise<void> => end(child);
  const address = await addressOf(child).catch(async (error: unknown) => {
    await dispose();
    throw new Error(`The API did not start:\n${log()}`, { cause: error });
  });
  return { address, log, process: child, [Symbol.asyncDispose]: dispose };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(ended)])) as [
    { listening: string },
  ];
  return answer.listening;
}

function ended([code]: unknown[]): never {
  throw new Error(`The process ended with ${String(code)} before it sent its address.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
