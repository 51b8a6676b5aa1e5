import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireServer } from '../servers/acquire/acquire-server.ts';

/** A database of an API: the address for the API's role, and the address for the superuser. */
export interface ApiDatabase extends AsyncDisposable {
  readonly appUrl: string;
  readonly adminUrl: string;
}

/** How `migratedDatabase` fills the template that it clones. */
export interface Migrations {
  /** Fills an empty database as its owner. Must close its connections. */
  readonly migrate: (ownerUrl: string) => Promise<void>;
  /** The folder that the patterns start from. */
  readonly root: string;
  /** Patterns of the files that decide what is in the database: a change in one of them makes a new template. */
  readonly files: readonly string[];
}

/**
 * Clones a database from a template that the API's own migrations have filled.
 *
 * @example
 * await using database = await migratedDatabase({ migrate, root, files: ['libs/*\/app/src/migrations/*.ts'] });
 */
export async function migratedDatabase({ migrate, root, files }: Migrations): Promise<ApiDatabase> {
  const server = await acquireServer();
  const template = await server.template({ key: keyOf(root, files), build: migrate });
  const database = await template.clone();
  const dispose = async (): Promise<void> => {
    await database.drop();
    await server.release();
  };
  return { appUrl: database.appUrl, adminUrl: database.adminUrl, [Symbol.asyncDispose]: dispose };
}

function keyOf(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: root }).toSorted();
  if (files.length === 0)
    throw new Error(`No file in ${root} matches ${patterns.join(', ')}. Expected the migrations of the API.`);
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return `api ${hash.digest('hex')}`;
}
