// The parent process of a development server. It ends PostgreSQL when its own parent ends for any reason: the pipe to
// its standard input closes with the last process that holds it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { asUser, homeFolder, plainEnvironment } from '../process/run-program.ts';
import type { ServerUser } from '../process/server-user.ts';

export interface WatchdogOrder {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly user: ServerUser | null;
  /** Folders to remove if the parent ends without sending a message. */
  readonly discard: readonly string[];
}

let isAbandoned = false;
let isDismissed = false;

const order = JSON.parse(process.argv[2] ?? '') as WatchdogOrder;
const server = spawn(order.program, order.parameters, {
  ...asUser(order.user ?? undefined),
  cwd: homeFolder,
  env: plainEnvironment(),
  stdio: ['ignore', 'inherit', 'inherit'],
});
server.on('exit', (code) => {
  if (isAbandoned) for (const folder of order.discard) rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
server.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});

const stop = (): void => {
  isAbandoned = !isDismissed;
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), 5_000).unref();
};
process.stdin.on('data', () => (isDismissed = true));
process.stdin.on('end', stop).on('error', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
