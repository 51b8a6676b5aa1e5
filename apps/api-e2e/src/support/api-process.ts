import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultyProxy } from '@vouch/testing';
import { type Protection, takingOut } from './taken-out/protection.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const main = join(import.meta.dirname, '../../../api/src/main.ts');

/** The API as it runs in production: a process of its own, on a database of its own. */
export interface ApiProcess extends AsyncDisposable {
  readonly address: string;
  /** As superuser, to look behind the API. */
  readonly adminUrl: string;
  readonly mailFolder: string;
  /** Between the API and its database. */
  readonly proxy: FaultyProxy;
  /** All that it has logged so far. */
  readonly log: () => string;
  readonly process: ChildProcess;
}

export interface ApiOptions {
  /** Outlives the API. Unless one is given, the API gets one of its own. */
  readonly database?: TestDatabase;
  /** What to take out of the API's sources as they are loaded. */
  readonly without?: readonly Protection[];
}

/** Between it and its database stands a proxy, unless `WITHOUT_PROXY` is set: for measuring. */
export async function startApi(
  environment: Readonly<Record<string, string>> = {},
  { database: given, without = [] }: ApiOptions = {},
): Promise<ApiProcess> {
  const database = given ?? (await testDatabase());
  const proxy = await FaultyProxy.before(database.appUrl);
  const mailFolder = await mkdtemp(join(tmpdir(), 'vouch-mail-'));
  const api = spawnApi({
    DATABASE_URL: environment['WITHOUT_PROXY'] ? database.appUrl : proxy.url,
    MAIL_FOLDER: mailFolder,
    ...environment,
    ...takingOut(without),
  });
  const dispose = async (): Promise<void> => {
    await end(api.child);
    await proxy[Symbol.asyncDispose]();
    if (!given) await database[Symbol.asyncDispose]();
    await rm(mailFolder, { recursive: true, force: true });
  };
  const address = await addressOf(api.child).catch(async (error: unknown) => {
    await dispose();
    throw new Error(`The API did not start:\n${api.log()}`, { cause: error });
  });
  const { adminUrl } = database;
  return {
    address,
    adminUrl,
    mailFolder,
    proxy,
    log: api.log,
    process: api.child,
    [Symbol.asyncDispose]: dispose,
  };
}

function spawnApi(environment: Readonly<Record<string, string>>) {
  const chunks: Buffer[] = [];
  const child = spawn(process.execPath, [main], {
    env: { ...generous, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { child, log: () => Buffer.concat(chunks).toString() };
}

/** Tests come from one address and would run into the limits that protect from one. */
const generous = { PORT: '0', REQUESTS_PER_MINUTE: '1000000', ANONYMOUS_WRITES_PER_MINUTE: '1000000' };

async function addressOf(child: ChildProcess): Promise<string> {
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(ended)])) as [
    { listening: string },
  ];
  return answer.listening;
}

function ended([code]: unknown[]): never {
  throw new Error(`it ended with ${String(code)}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
