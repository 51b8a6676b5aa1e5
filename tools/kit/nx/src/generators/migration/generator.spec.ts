/**
 * Generated files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import type { Tree } from '@nx/devkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { cloneTree } from '../../../proof/trees/clone-tree.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import migrationGenerator from './generator.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { writeMigration } from './lib/write-migration.ts';

beforeAll(warmUp);

const folder = 'libs/billing/app/src/migrations';

/** A component with one migration. */
function billing(): Tree {
  const tree = cloneTree();
  tree.write('libs/billing/contract/package.json', '{ "name": "@acme/billing-contract" }');
  tree.write(`${folder}/0001-billing.ts`, '');
  tree.write(
    `${folder}/billing-migrations.ts`,
    `import type { MigrationObject } from '@mikro-orm/core';
import { Billing0001 } from './0001-billing.ts';

export const billingMigrations: MigrationObject[] = [{ name: 'billing-0001', class: Billing0001 }];
`,
  );
  return tree;
}

describe('a migration', () => {
  test('contains the statements and is appended to the list', async () => {
    const tree = billing();
    const options = normalizeOptions(tree, { component: 'billing', name: 'add-due-date' });
    await writeMigration(tree, options, {
      up: ['alter table "invoices" add "due_on" date null', "select '`${a}\\b`'"],
      down: ['alter table "invoices" drop column "due_on"'],
    });
    expect(tree.read(`${folder}/0002-add-due-date.ts`, 'utf-8')).toBe(
      `import { Migration } from '@mikro-orm/migrations';

export class Billing0002 extends Migration {
  override name = 'billing-0002';

  override up(): void {
    this.addSql(\`alter table "invoices" add "due_on" date null\`);
    this.addSql(\`select '\\\`\\\${a}\\\\b\\\`'\`);
  }

  override down(): void {
    this.addSql(\`alter table "invoices" drop column "due_on"\`);
  }
}
`,
    );
    expect(tree.read(`${folder}/billing-migrations.ts`, 'utf-8')).toBe(
      `import type { MigrationObject } from '@mikro-orm/core';
import { Billing0001 } from './0001-billing.ts';
import { Billing0002 } from './0002-add-due-date.ts';

export const billingMigrations: MigrationObject[] = [
  { name: 'billing-0001', class: Billing0001 },
  { name: 'billing-0002', class: Billing0002 },
];
`,
    );
  });

  test.each([
    [{ component: 'nowhere', name: 'add-due-date' }, 'There is no component "nowhere"'],
    [{ component: 'billing', name: 'Add Due' }, 'The migration cannot be called "Add Due"'],
    [{ component: 'billing', name: '../../out' }, 'it is a path'],
  ])('is rejected: %j', async (schema, message) => {
    const tree = billing();
    const before = tree.listChanges().length;
    await expect(migrationGenerator(tree, schema)).rejects.toThrow(message);
    expect(tree.listChanges()).toHaveLength(before);
  });

  test('is rejected for a component without tables', async () => {
    const tree = billing();
    tree.delete(`${folder}/billing-migrations.ts`);
    await expect(migrationGenerator(tree, { component: 'billing', name: 'add-due-date' })).rejects.toThrow(
      'The component billing has no database tables',
    );
  });
});
