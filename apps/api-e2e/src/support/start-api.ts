import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FaultyProxy } from '@vouch/testing';
import { type ApiDatabase, type RunningProcess, startApiProcess } from '@vouch/testing/api';
import { createDatabase } from './database.ts';

const programs = join(import.meta.dirname, '../../../api/src');

/** The API as it runs in production: a separate process on a separate database. */
export interface ApiProcess extends RunningProcess {
  /** Connects as superuser. */
  readonly adminUrl: string;
  readonly mailFolder: string;
  /** Stands between the API and its database. */
  readonly proxy: FaultyProxy;
}

/** The address of the OpenAPI document. */
export const documentPath = '/docs/json';

/** The largest body that the API reads, in bytes. */
export const bodyLimit = 64 * 1024;

/** The response of the API while its database is away. */
export const unavailable = {
  status: 503,
  json: { code: 'unavailable', fix: 'Try again in a few seconds.' },
};

/** Tests share one address, so the limits per address are out of their reach. */
const noLimits = { PORT: '0', REQUESTS_PER_MINUTE: '1000000', ANONYMOUS_WRITES_PER_MINUTE: '1000000' };

/**
 * Starts the API. With `WITHOUT_PROXY` in the environment it connects to its database directly, for measurements.
 *
 * @param database - outlives the API; by default it gets a separate one
 */
export async function startApi(
  environment: Readonly<Record<string, string>> = {},
  { database: given }: { readonly database?: ApiDatabase } = {},
): Promise<ApiProcess> {
  const started = new AsyncDisposableStack();
  try {
    const database = given ?? started.use(await createDatabase());
    const mailFolder = await mkdtemp(join(tmpdir(), 'vouch-mail-'));
    started.defer(() => rm(mailFolder, { recursive: true, force: true }));
    const proxy = started.use(await FaultyProxy.before(database.appUrl));
    const api = started.use(
      await startApiProcess(join(programs, 'main.ts'), {
        ...noLimits,
        DATABASE_URL: environment['WITHOUT_PROXY'] ? database.appUrl : proxy.url,
        MAIL_FOLDER: mailFolder,
        ...environment,
      }),
    );
    const dispose = (): Promise<void> => started.disposeAsync();
    const { adminUrl } = database;
    return { ...api, adminUrl, mailFolder, proxy, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

/** Creates the demo tenants, as `npm start` does. */
export async function seed({ proxy }: ApiProcess): Promise<void> {
  const env = { DATABASE_URL: proxy.url };
  await promisify(execFile)(process.execPath, [join(programs, 'seed.ts')], { env });
}
