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
  /** Where the data shall be kept, for example `.data/postgres`. */
  readonly dataDirectory: string;
  /** 0, the default, takes one that is free. */
  readonly port?: number;
  /** Throws the data away first. */
  readonly reset?: boolean;
  /** For tests: the data go when this process ends without having stopped the server. */
  readonly temporary?: boolean;
}

/** A PostgreSQL of one's own whose data survive it. It ends with the process that started it, however that one ends. */
export interface DevelopmentServer extends AsyncDisposable {
  /** As superuser, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly version: string;
  /** Where the data really are: not where asked when the server's user cannot get there. */
  readonly dataDirectory: string;
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

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
  const { ended, stop } = await startPostmaster({ binaries, folder, port, settings, kept: true, discard });
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
    `See who has it: ss -ltnp 'sport = :${wanted}' — end it, or choose another port.`,
  );
}
