import { join } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import { type ServerUser, serverUser } from '../process/server-user.ts';
import { createLibraryLinks } from './library-links.ts';
import { locateNativeFolder } from './locate-package.ts';
import { reachableCopy } from './reachable-copy.ts';
import { runProgram } from '../process/run-program.ts';

/** PostgreSQL's programs, ready to be run by the server's user. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The version as PostgreSQL prints it, such as `18.4`. */
  readonly version: string;
  readonly user: ServerUser | undefined;
}

/**
 * Finds programs that run on this machine: a copy that survives `npm ci`, or the installed files where the temporary
 * folder is full or forbids programs.
 */
export async function readyBinaries(native = locateNativeFolder()): Promise<Binaries> {
  const user = serverUser();
  const copied = await reachableCopy(native).then((copy) => tryBinaries(copy, user), failed);
  if ('version' in copied) return copied;
  const inPlace = await createLibraryLinks(native).then(() => tryBinaries(native, user), failed);
  if ('version' in inPlace) return inPlace;
  throw doNotRun(native, copied.error);
}

const failed = (error: unknown): { error: unknown } => ({ error });

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

function doNotRun(native: string, cause: unknown): ServerProblem {
  return new ServerProblem(
    'binaries-broken',
    `The embedded PostgreSQL in ${native} does not run on this machine: ${(cause as Error).message.trim()}`,
    'It needs glibc (Alpine has musl). Set TEST_DATABASE_URL to a test server, or start Docker.',
    { cause },
  );
}
