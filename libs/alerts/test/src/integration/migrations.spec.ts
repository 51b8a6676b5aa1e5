import { alertsMigrations } from '@acme/alerts';
import { identityContent } from '@acme/identity-test';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Admin } from '@vouch/testing';
import { describe, vi } from 'vitest';
import { expect, test } from '../fixtures.ts';

/** Everything that the migrations make: columns, constraints, indexes, policies and functions. */
const catalogue = `
  select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as what
    from information_schema.columns where table_schema = 'public' and table_name not like '%migrations'
  union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid::regclass::text not like '%migrations'
  union all select 'index', indexdef from pg_indexes where schemaname = 'public' and tablename not like '%migrations'
  union all select 'policy', concat_ws(' ', tablename, policyname, cmd, qual, with_check) from pg_policies
  union all select 'protection', concat_ws(' ', relname, relrowsecurity, relforcerowsecurity) from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like '%migrations'
  union all select 'function', pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  order by 1, 2`;

const contentOf = (admin: Admin) => admin.query<{ kind: string; what: string }>(catalogue);

function migratorOf(clientUrl: string): MikroORM {
  vi.stubEnv('MIKRO_ORM_COLORS', 'true');
  const migrationsList = [...identityContent.migrations, ...alertsMigrations];
  const migrations = { migrationsList, snapshot: false, silent: true };
  return new MikroORM({ clientUrl, entities: identityContent.entities, extensions: [Migrator], migrations });
}

describe('the migrations of alerts and identity', () => {
  test('leave nothing when taken back one by one, and make the very same again', async ({ isolatedDb }) => {
    const orm = migratorOf(isolatedDb.ownerUrl);
    try {
      const before = await contentOf(isolatedDb.admin);
      expect(before.length).toBeGreaterThan(100);
      for (const _each of await orm.migrator.getExecuted()) await orm.migrator.down();
      await expect(contentOf(isolatedDb.admin)).resolves.toEqual([]);
      await orm.migrator.up();
      await expect(contentOf(isolatedDb.admin)).resolves.toEqual(before);
    } finally {
      await orm.close();
      vi.unstubAllEnvs();
    }
  });
});
