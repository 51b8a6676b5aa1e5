import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../process/free-port.ts';
import { homeFolder, plainEnvironment } from '../process/run-program.ts';
import { endServer, runsOn } from '../process/server-process.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { ownName } from '../process/folders.ts';
import type { StartedServer } from '../model/server-provider.ts';
import { Deadline } from '../../deadline/deadline.ts';
import { inspectRedis } from '../redis/inspect-redis.ts';

export function newRedisFolder(): string {
  return join(tmpdir(), `vouch-${ownName()}-redis-${process.pid}-${randomBytes(4).toString('hex')}`);
}

/** Starts a Redis without persistence, on this machine only, with a password. */
export async function startProgram(program: string, folder: string): Promise<StartedServer> {
  const [port, password] = [await freePort(), randomBytes(18).toString('base64url')];
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, 'redis.conf'), configuration(folder, port, password), { mode: 0o600 });
  const child = spawn(program, [join(folder, 'redis.conf')], {
    cwd: homeFolder,
    env: plainEnvironment(),
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) =>
    child
      .once('exit', () => {
        resolve();
      })
      .once('error', () => {
        resolve();
      }),
  );
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await untilReady(url, { program, folder, pid: child.pid, ended });
  return { url, ended, stop: () => end(folder, child.pid) };
}

/** Adopts the server that a killed supervisor left running. */
export function adoptProgram(folder: string, url: string): StartedServer | undefined {
  const pid = pidIn(folder);
  if (pid === undefined || !runsOn(pid, folder)) return undefined;
  return { url, ended: endOf(pid, folder), stop: () => end(folder, pid) };
}

/** Ends a server and removes its folder. */
export async function clearProgram(folder: string): Promise<void> {
  await end(folder, pidIn(folder));
}

async function end(folder: string, pid: number | undefined): Promise<void> {
  if (pid !== undefined) await endServer(pid, folder, ['SIGTERM', 'SIGKILL']);
  await rm(folder, { recursive: true, force: true });
}

function configuration(folder: string, port: number, password: string): string {
  const lines = {
    bind: '127.0.0.1',
    port,
    requirepass: password,
    dir: folder,
    pidfile: join(folder, 'redis.pid'),
    logfile: join(folder, 'redis.log'),
    save: '""',
    appendonly: 'no',
    databases: 1024,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}

interface Starting {
  readonly program: string;
  readonly folder: string;
  readonly pid: number | undefined;
  readonly ended: Promise<void>;
}

async function untilReady(url: string, { program, folder, pid, ended }: Starting): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (const deadline = new Deadline(10_000); !deadline.isOver() && !over; await delay(10)) {
    const version = await inspectRedis(url).catch(() => undefined);
    if (version !== undefined) return;
  }
  const log = await readFile(join(folder, 'redis.log'), 'utf8').catch(() => '');
  await end(folder, pid);
  throw new ServerProblem(
    'server-failed',
    `${program} did not start. The end of its log:\n${log.trim().split('\n').slice(-10).join('\n')}`,
    'Set TEST_REDIS_URL to a test server.',
  );
}

function pidIn(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'redis.pid'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

async function endOf(pid: number, folder: string): Promise<void> {
  while (runsOn(pid, folder)) await delay(500, undefined, { ref: false });
}
