import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { chown, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Deadline } from '../../deadline/deadline.ts';
import type { Binaries } from './binaries.ts';
import { explainLog } from './explain-log.ts';
import type { WatchdogOrder } from './watchdog.ts';
import { asUser, homeFolder, plainEnvironment } from '../process/run-program.ts';
import { siblingModule } from '../process/sibling-module.ts';

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly folder: string;
  readonly port: number;
  /** The folder for a Unix socket, in addition to the port on 127.0.0.1. */
  readonly socketFolder?: string;
  readonly settings: Readonly<Record<string, string | number>>;
  /** Starts the server below a watchdog, which ends it when this process ends, even by SIGKILL. */
  readonly hasWatchdog: boolean;
  /** Folders that the watchdog removes if this process ends without stopping the server. */
  readonly discard?: readonly string[];
}

/** A running PostgreSQL that this process started. */
export interface Postmaster extends AsyncDisposable {
  readonly pid: number;
  /** Resolves when the server has ended for any reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts PostgreSQL on an existing data directory and waits until it accepts connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const logFile = join(dirname(options.folder), 'server.log');
  const child = await launch(options, logFile);
  const ended = endOf(child);
  const pid = await readiness(child, options, logFile);
  const stop = async (): Promise<void> => {
    if (options.hasWatchdog) child.stdin?.end('stop');
    else child.kill('SIGINT');
    await ended;
  };
  return { pid, ended, stop, [Symbol.asyncDispose]: stop };
}

async function launch(options: PostmasterOptions, logFile: string): Promise<ChildProcess> {
  const { binaries, hasWatchdog } = options;
  const log = openSync(logFile, 'w', 0o600);
  try {
    if (binaries.user) await chown(logFile, binaries.user.uid, binaries.user.gid);
    return hasWatchdog ? launchWatched(options, log) : launchPlain(options, log);
  } finally {
    closeSync(log);
  }
}

function launchPlain(options: PostmasterOptions, log: number): ChildProcess {
  const { binaries } = options;
  return spawn(binaries.postgres, parameters(options), {
    ...asUser(binaries.user),
    cwd: homeFolder,
    env: plainEnvironment(),
    stdio: ['ignore', log, log],
  });
}

function launchWatched(options: PostmasterOptions, log: number): ChildProcess {
  const { binaries, discard = [] } = options;
  const { postgres: program, user = null } = binaries;
  const order: WatchdogOrder = { program, parameters: parameters(options), user, discard };
  const child = spawn(process.execPath, [siblingModule(import.meta.url, 'watchdog'), JSON.stringify(order)], {
    cwd: homeFolder,
    env: plainEnvironment(),
    detached: true,
    stdio: ['pipe', log, log],
  });
  child.stdin?.on('error', () => undefined);
  return child;
}

function parameters({ folder, port, socketFolder = '', settings }: PostmasterOptions): string[] {
  const addresses = { port, listen_addresses: '127.0.0.1', unix_socket_directories: socketFolder };
  const all = { ...settings, ...addresses };
  return ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await Promise.race([once(child, 'exit'), failed(child)]);
}

function failed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) =>
    child.once('error', () => {
      resolve();
    }),
  );
}

/** Waits until the last line of `postmaster.pid` is `ready`, as pg_ctl does. */
async function readiness(child: ChildProcess, options: PostmasterOptions, logFile: string): Promise<number> {
  let over = false;
  void endOf(child).then(() => (over = true));
  const deadline = new Deadline(60_000);
  while (!over && !deadline.isOver()) {
    const pid = readyPid(options);
    if (pid) return pid;
    await delay(4);
  }
  child.kill('SIGKILL');
  const log = await readFile(logFile, 'utf8');
  throw explainLog(log, { action: 'start', folder: options.folder, port: options.port });
}

function readyPid({ folder, port }: PostmasterOptions): number | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return lines[7]?.trim() === 'ready' && Number(lines[3]) === port ? Number(lines[0]) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the process id in a data directory's `postmaster.pid`. The process may have ended. */
export function postmasterPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
