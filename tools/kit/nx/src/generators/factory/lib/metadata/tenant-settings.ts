import { Migration } from '@mikro-orm/migrations';
import type { MigrationObject } from '@mikro-orm/postgresql';

/**
 * Returns the settings that the policies in a library's migrations compare with:
 * `current_setting('app.organization_id', …)`.
 */
export async function tenantSettings(exports: Readonly<Record<string, unknown>>): Promise<string[]> {
  const migrations = Object.values(exports).flatMap((value) =>
    Array.isArray(value) ? value.filter(isMigration) : [],
  );
  const statements = await Promise.all(migrations.map(statementsOf));
  const settings = statements
    .flat()
    .flatMap((sql) => [...sql.matchAll(/current_setting\(\s*'([\w.]+)'/g)].map(([, name = '']) => name));
  return [...new Set(settings)];
}

function isMigration(value: unknown): value is MigrationObject {
  const { class: MigrationClass } = (value ?? {}) as Partial<MigrationObject>;
  return typeof MigrationClass === 'function' && MigrationClass.prototype instanceof Migration;
}

interface Recorded {
  up(): void | Promise<void>;
  getQueries(): unknown[];
}

async function statementsOf({ class: MigrationClass }: MigrationObject): Promise<string[]> {
  const migration: Recorded = Reflect.construct<[], Recorded>(MigrationClass as never, []);
  try {
    await migration.up();
    return migration.getQueries().map(String);
  } catch {
    // The migration reads a database first, so its policies are unknown.
    return [];
  }
}
