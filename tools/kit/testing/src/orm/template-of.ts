import { createHash } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import type { EntityManager, MigrationObject } from '@mikro-orm/postgresql';
import type { TemplateOptions } from '../servers/index.ts';
import { createOrm, type OrmOptions } from './create-orm.ts';

/** The content of a component's database. */
export interface DatabaseContent {
  readonly entities: NonNullable<OrmOptions['entities']>;
  /** The component's migrations, after those of the components that it depends on. */
  readonly migrations: readonly MigrationObject[];
  /**
   * Reference data, inserted into the template once. Runs as the owner of the tables, who is subject to row-level
   * security.
   */
  readonly seed?: (em: EntityManager) => Promise<void>;
}

/** Returns the template for this content. Its key depends on the migrations' statements and the source of the seed. */
export async function templateOf(content: DatabaseContent): Promise<TemplateOptions> {
  const migrations = await Promise.all(content.migrations.map(describeMigration));
  const parts = [...migrations, content.seed?.toString() ?? ''];
  const key = createHash('sha256').update(parts.join('\0')).digest('hex');
  return { key, build: (ownerUrl) => build(ownerUrl, content) };
}

async function build(ownerUrl: string, { entities, migrations, seed }: DatabaseContent): Promise<void> {
  const orm = createOrm(ownerUrl, {
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations], snapshot: false, silent: true },
  });
  try {
    await orm.migrator.up();
    if (seed !== undefined) await orm.em.fork().transactional(seed);
  } finally {
    await orm.close(true);
  }
}

/** Describes a migration by its statements, and by its source for other effects. */
async function describeMigration({ name, class: Migration }: MigrationObject): Promise<string> {
  const source = `${name}\n${Migration.toString()}`;
  const migration: RecordedMigration = Reflect.construct<[], RecordedMigration>(Migration as never, []);
  const executed: string[] = [];
  migration.execute = async (sql) => void executed.push(String(sql));
  try {
    await migration.up();
    return [source, ...migration.getQueries().map(String), ...executed].join('\n');
  } catch {
    return source;
  }
}

interface RecordedMigration {
  execute(sql: unknown): Promise<unknown>;
  up(): Promise<void> | void;
  getQueries(): unknown[];
}
