import { randomBytes } from 'node:crypto';
import { chown, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainLog } from './explain-log.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from '../process/run-program.ts';

/** The file in a data directory that keeps the superuser's password. PostgreSQL ignores it. */
export const passwordFile = 'vouch-password';

export interface InitializeOptions {
  /** Adds checksums and writes through to the disk, for data that outlast the server. */
  readonly durable: boolean;
}

/**
 * Creates an empty data directory: UTF-8, sorted by code point on every platform, one superuser with a random
 * password.
 */
export async function initializeData(
  binaries: Binaries,
  folder: string,
  { durable }: InitializeOptions,
): Promise<void> {
  const password = join(dirname(folder), `.password-${randomBytes(6).toString('hex')}`);
  const secret = randomBytes(18).toString('base64url');
  try {
    await writeFor(binaries, password, secret);
    await runProgram(binaries.initdb, parameters(folder, password, durable), binaries.user);
    await writeFor(binaries, join(folder, passwordFile), secret);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw explainLog((error as { stderr?: string }).stderr ?? '', { action: 'initdb', folder, cause: error });
  } finally {
    await rm(password, { force: true });
  }
}

function parameters(folder: string, password: string, durable: boolean): string[] {
  return [
    ...['-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--no-instructions', '--set', 'timezone=UTC', '--set', 'log_timezone=UTC'],
    ...(durable
      ? []
      : ['--no-sync', '--no-data-checksums', '--wal-segsize=1', '--set', 'scram_iterations=1']),
  ];
}

async function writeFor({ user }: Binaries, file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (user) await chown(file, user.uid, user.gid);
}
