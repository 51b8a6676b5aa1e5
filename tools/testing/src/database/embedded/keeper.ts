// The parent of a development server. It ends PostgreSQL when its own parent is gone, however that one was ended:
// the pipe to its standard input closes with the last process that holds it.
import { spawn } from 'node:child_process';
import { asUser, homeFolder, plainEnvironment } from './run-program.ts';
import type { ServerUser } from '../process/server-user.ts';

export interface KeeperOrder {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly user: ServerUser | null;
}

const order = JSON.parse(process.argv[2] ?? '') as KeeperOrder;
const server = spawn(order.program, order.parameters, {
  ...asUser(order.user ?? undefined),
  cwd: homeFolder,
  env: plainEnvironment(),
  stdio: ['ignore', 'inherit', 'inherit'],
});
server.on('exit', (code) => process.exit(code ?? 1));
server.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});

const stop = (): void => {
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), 5_000).unref();
};
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
