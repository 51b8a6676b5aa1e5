import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const workspaceRoot = join(import.meta.dirname, '../../../..');

export type ProgramName = 'migrate' | 'seed' | 'main';
type Environment = Readonly<Record<string, string>>;

/** Runs one of the API's own programs to its end. */
export async function runToEnd(program: ProgramName, env: Environment, signal: AbortSignal): Promise<void> {
  const child = spawnProgram(program, env);
  const interrupt = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', interrupt);
  const code = await exitOf(child);
  signal.removeEventListener('abort', interrupt);
  signal.throwIfAborted();
  if (code !== 0)
    throw new Error(
      `${fileOf(program)} failed with code ${code}. Expected 0. The output above contains the cause.`,
    );
}

/** The running API. */
export interface RunningApi {
  readonly address: string;
  readonly ended: Promise<unknown>;
  /** Lets the API finish open requests. */
  readonly stop: () => boolean;
}

export async function serve(env: Environment, signal: AbortSignal): Promise<RunningApi> {
  const child = spawnProgram('main', env);
  const stop = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const ended = exitOf(child);
  const address = await Promise.race([addressOf(child), ended.then(() => undefined)]);
  signal.throwIfAborted();
  if (address === undefined) throw new Error('The API did not start. The output above contains the cause.');
  return { address, ended, stop };
}

/** The channel closes when this process ends, so that the child ends as well. */
function spawnProgram(program: ProgramName, env: Environment): ChildProcess {
  return spawn(process.execPath, [fileOf(program)], {
    cwd: workspaceRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function fileOf(program: ProgramName): string {
  return join(workspaceRoot, `apps/api/src/${program}.ts`);
}

async function exitOf(child: ChildProcess): Promise<number | string> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return code ?? signal ?? 'no code';
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [message] = (await once(child, 'message')) as [{ listening: string }];
  return message.listening;
}
