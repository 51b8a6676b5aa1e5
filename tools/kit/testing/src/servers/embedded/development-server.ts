import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import { type Binaries, readyBinaries } from './binaries.ts';
import { freePort, isPortFree } from '../process/free-port.ts';
import { passwordFile } from './initialize-data.ts';
import { ensurePersistentData, persistentFolder } from './persistent-data.ts';
import { startPostmaster } from './postmaster.ts';
import { releaseData, writeOwner } from './release-data.ts';
import { developmentSettings } from './postgres-settings.ts';

export interface DevelopmentServerOptions {
  /** The folder for the data, for example `.data/postgres`. */
  readonly dataDirectory: string;
  /** The port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Deletes the data first. */
  readonly reset?: boolean;
  /** For tests: deletes the data if this process ends without stopping the server. */
  readonly temporary?: boolean;
}

/** A PostgreSQL whose data outlast it. It ends with the process that started it, even if that process is killed. */
export interface DevelopmentServer extends AsyncDisposable {
  /** The superuser's URL of the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly version: string;
  /** The folder that holds the data. It differs from the requested one if the server's user cannot reach that. */
  readonly dataDirectory: string;
  /** Resolves when the server has ended for any reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on a data directory that outlasts it.
 *
 * @example
 * await using server = await startDevelopmentServer({ dataDirectory: '.data/postgres', temporary: true });
 * expect(new URL(server.url).port).toBe(String(server.port));
 */
export async function startDevelopmentServer(options: DevelopmentServerOptions): Promise<DevelopmentServer> {
  const binaries = await readyBinaries();
  const folder = await persistentFolder(options.dataDirectory, binaries);
  await releaseData(folder);
  if (options.reset) await rm(folder, { recursive: true, force: true });
  await ensurePersistentData(folder, binaries);
  const discard = options.temporary ? [dirname(folder), resolve(options.dataDirectory)] : [];
  return start(binaries, folder, await choosePort(options.port ?? 0), discard);
}

async function start(
  binaries: Binaries,
  folder: string,
  port: number,
  discard: readonly string[],
): Promise<DevelopmentServer> {
  const settings = developmentSettings();
  const { ended, stop } = await startPostmaster({
    binaries,
    folder,
    port,
    settings,
    hasWatchdog: true,
    discard,
  });
  await writeOwner(folder);
  const password = await readFile(join(folder, passwordFile), 'utf8');
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return {
    url,
    port,
    version: binaries.version,
    dataDirectory: folder,
    ended,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function choosePort(wanted: number): Promise<number> {
  if (wanted === 0) return freePort();
  if (await isPortFree(wanted)) return wanted;
  throw new ServerProblem(
    'port-taken',
    `Port ${wanted} on 127.0.0.1 is taken by another program.`,
    `Find it: ss -ltnp 'sport = :${wanted}'. End it, or choose another port.`,
  );
}
