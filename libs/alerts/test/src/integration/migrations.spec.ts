import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Admin } from '@vouch/testing';
import { type CatalogueEntry, readCatalogue } from '@vouch/testing/schema';
import { describe, vi } from 'vitest';
import { alertsContent, expect, test } from '../fixtures.ts';

/** Everything that the migrations make. */
const contentOf = async (admin: Admin): Promise<CatalogueEntry[]> =>
  (await readCatalogue((sql) => admin.query(sql), 'mikro_orm_migrations')).filter(
    ({ object }) => !isOfKit.test(object),
  );

/** The schema and the grants that every database of the tests begins with. */
const isOfKit = /^(schema|owner of schema|grant on (schema|new)) /;

function migratorOf(clientUrl: string): MikroORM {
  vi.stubEnv('MIKRO_ORM_COLORS', 'true');
  const migrations = { migrationsList: [...alertsContent.migrations], snapshot: false, silent: true };
  return new MikroORM({ clientUrl, entities: alertsContent.entities, extensions: [Migrator], migrations });
}

const slow = { timeout: 30_000 };

describe('the migrations of alerts and identity', () => {
  test(
    'leave nothing when taken back one by one, and make the very same again',
    slow,
    async ({ isolatedDb }) => {
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
    },
  );
});
