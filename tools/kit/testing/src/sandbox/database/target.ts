import type pg from 'pg';
import { type DatabaseFeatures, readFeatures } from './read-features.ts';
import { installSuperuserFunction, type SuperuserKey } from './superuser-function.ts';
import { watchTablesSql } from './watch-tables.ts';
import { withholdSql } from '../sql/withheld-functions.ts';

/** The addresses of one database: for the kit, which may do everything, and for the role that the application has. */
export interface DatabaseUrls {
  readonly name: string;
  readonly adminUrl: string;
  readonly appUrl: string;
}

/** What the sandbox has to know about its database, looked up once. */
export interface SandboxTarget extends DatabaseUrls {
  readonly appRole: string;
  /** By which `admin` works in the test's transaction; undefined where the server gives the kit no superuser. */
  readonly superuserKey: SuperuserKey | undefined;
  readonly features: DatabaseFeatures;
}

/** Looks at a database, and puts into it what the sandbox needs there. The client is the kit's. */
export async function prepareTarget(client: pg.Client, urls: DatabaseUrls): Promise<SandboxTarget> {
  const appRole = decodeURIComponent(new URL(urls.appUrl).username);
  const features = await readFeatures(client, appRole);
  const superuserKey = (await isSuperuser(client)) ? await equip(client) : undefined;
  return { ...urls, appRole, superuserKey, features };
}

async function equip(client: pg.Client): Promise<SuperuserKey> {
  const key = await installSuperuserFunction(client);
  await client.query(`${withholdSql}; ${watchTablesSql}`);
  return key;
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const sql = 'select rolsuper from pg_roles where rolname = current_user';
  return (await client.query<{ rolsuper: boolean }>(sql)).rows[0]?.rolsuper === true;
}
