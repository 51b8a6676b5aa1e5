import type pg from 'pg';
import { type DatabaseFeatures, readFeatures } from './read-features.ts';
import { installSuperuserFunction, type SuperuserKey } from './superuser-function.ts';
import { watchTablesSql } from './watch-tables.ts';
import { withholdSql } from '../sql/withheld-functions.ts';

/** The URLs of one database: for the kit as superuser, and for the application role. */
export interface DatabaseUrls {
  readonly name: string;
  readonly adminUrl: string;
  readonly appUrl: string;
}

/** The facts about a database that the sandbox needs. They are read once. */
export interface SandboxTarget extends DatabaseUrls {
  readonly appRole: string;
  /** The key for `admin` in the test's transaction; undefined if the kit is not superuser. */
  readonly superuserKey: SuperuserKey | undefined;
  readonly features: DatabaseFeatures;
}

/** Reads the facts about a database and installs the sandbox's objects in it. The client belongs to the kit. */
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
