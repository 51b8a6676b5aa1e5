import pg from 'pg';
import { type ApiOptions, type ApiProcess, startApi } from '../api-process.ts';
import { trapSettings } from './settings-trap.ts';
import { type Visitor, visitors } from './visitors.ts';

export const poolSize = 5;

/** An API with few connections, whose visitors belong to different organizations. */
export interface WatchedApi extends AsyncDisposable {
  readonly api: ApiProcess;
  readonly admin: pg.Client;
  readonly visitors: readonly Visitor[];
  /** What was found on connections that should know nobody. */
  readonly settingsLeft: () => Promise<string[]>;
}

export async function startWatchedApi(options: ApiOptions = {}): Promise<WatchedApi> {
  const api = await startApi({ WITHOUT_PROXY: 'yes', DATABASE_CONNECTIONS: String(poolSize) }, options);
  const admin = new pg.Client({ connectionString: api.adminUrl });
  await admin.connect();
  const { left } = await trapSettings(admin);
  return {
    api,
    admin,
    visitors: await visitors(api, admin, 5),
    settingsLeft: left,
    [Symbol.asyncDispose]: async () => {
      await admin.end();
      await api[Symbol.asyncDispose]();
    },
  };
}
