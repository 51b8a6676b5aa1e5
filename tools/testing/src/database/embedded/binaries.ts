import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import { serverHome } from '../process/folders.ts';
import { hydrateLinks } from './hydrate-links.ts';
import { locateNativeFolder } from './locate-package.ts';
import { runProgram } from './run-program.ts';
import { type ServerUser, serverUser } from '../process/server-user.ts';

/** PostgreSQL's programs, ready to be run by the server's user. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** As PostgreSQL writes it: `18.4`. */
  readonly version: string;
  readonly user: ServerUser | undefined;
}

export async function readyBinaries(native = locateNativeFolder()): Promise<Binaries> {
  const user = serverUser();
  const linked = await hydrateLinks(native).then(
    () => true,
    () => false,
  );
  const inPlace = linked ? await tryBinaries(native, user) : undefined;
  if (inPlace && 'version' in inPlace) return inPlace;
  const copied = await tryBinaries(await reachableCopy(native), user);
  if ('version' in copied) return copied;
  throw doNotRun(native, copied.error);
}

async function tryBinaries(native: string, user?: ServerUser): Promise<Binaries | { error: unknown }> {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const [postgres, initdb] = [program('postgres'), program('initdb')];
  try {
    const { stdout } = await runProgram(postgres, ['--version'], user);
    return { postgres, initdb, version: /\d+[\w.]*/.exec(stdout)?.[0] ?? stdout.trim(), user };
  } catch (error) {
    return { error };
  }
}

/** A copy in a folder that the server's user can reach, for a checkout under `/root` or one that is read-only. */
async function reachableCopy(native: string): Promise<string> {
  const copy = join(await serverHome(), `binaries-${await fingerprint(native)}`);
  if (!existsSync(copy)) await makeCopy(native, copy);
  return join(copy, 'native');
}

async function makeCopy(native: string, copy: string): Promise<void> {
  const scratch = `${copy}.${process.pid}`;
  await mkdir(scratch, { mode: 0o755 });
  await cp(native, join(scratch, 'native'), { recursive: true, verbatimSymlinks: true });
  await hydrateLinks(join(scratch, 'native'));
  await rename(scratch, copy).catch(() => rm(scratch, { recursive: true, force: true }));
}

async function fingerprint(native: string): Promise<string> {
  const description = await readFile(join(dirname(native), 'package.json'));
  return createHash('sha256').update(description).digest('hex').slice(0, 8);
}

function doNotRun(native: string, cause: unknown): DatabaseProblem {
  return new DatabaseProblem(
    'binaries-broken',
    `The embedded PostgreSQL in ${native} does not run on this machine: ${(cause as Error).message.trim()}`,
    'It needs glibc (Alpine has musl). Set TEST_DATABASE_URL to a test server, or start Docker.',
    { cause },
  );
}
