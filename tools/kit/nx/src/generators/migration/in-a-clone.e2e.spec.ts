import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WholeClone } from '../../../proof/trees/whole-clone.ts';

const patient = { timeout: 300_000 };
const entity = 'libs/billing/app/src/entities/invoice.ts';
const migrations = 'libs/billing/app/src/migrations';

let clone: WholeClone;

beforeAll(async () => {
  clone = new WholeClone();
  await generate('component', 'billing', '--entity=Invoice', '--route');
  await generate('component', 'price-list', '--entity');
  await generate('component', 'instruments', '--entity=YearlyCalibratedInstrumentReading');
  clone.commit();
}, 300_000);
afterEach(() => {
  clone.git('reset', '-q', '--hard');
  clone.git('clean', '-qfd', 'libs');
});
afterAll(() => {
  clone[Symbol.dispose]();
});

const ok = { code: 0, output: '' };
const check = () => clone.run('vouch', 'check', 'schema');
const read = (path: string) => readFileSync(join(clone.path, path), 'utf8');

function edit(path: string, text: string, instead: string): void {
  const before = read(path);
  expect(before).toContain(text);
  writeFileSync(
    join(clone.path, path),
    before.replace(text, () => instead),
  );
}

async function generate(...args: readonly string[]): Promise<void> {
  const { code, output } = await clone.run('nx', 'g', ...args);
  expect(code, output).toBe(0);
}

describe('components with entities', patient, () => {
  test('match their migrations, for all kinds of names', async () => {
    expect(await check()).toMatchObject({ code: 0 });
    const { code, output } = await clone.run('nx', 'g', 'migration', 'billing', 'add-nothing');
    expect(code).toBe(1);
    expect(output).toContain('The entities and migrations of billing match. Nothing was written.');
  });

  test('get a migration with only the column of a new property', async () => {
    edit(entity, 'createdAt:', 'dueOn: p.date().nullable(),\n      createdAt:');
    expect(await check()).toMatchObject({
      code: 1,
      output: expect.stringMatching(
        /alter table "invoices" add "due_on" date null;[^]*npx nx g migration billing/,
      ) as string,
    });
    await generate('migration', 'billing', 'add-due-date');
    expect(read(`${migrations}/0002-add-due-date.ts`).match(/addSql\(.*\)/g)).toEqual([
      'addSql(`alter table "invoices" add "due_on" date null`)',
      'addSql(`alter table "invoices" drop column "due_on"`)',
    ]);
    expect(await check()).toMatchObject({ code: 0 });
    expect(await clone.run('prettier', '--check', 'libs/billing', '--log-level', 'warn')).toEqual(ok);
    expect(await clone.run('eslint', 'libs/billing/app', '--max-warnings', '0')).toEqual(ok);
  });

  test.each([
    [entity, 'tenantOwned(', 'Object(', 'drop policy "tenant" on "invoices"'],
    [
      entity,
      "properties: ['organizationId', 'name', 'id'] }",
      "properties: ['name', 'id'] }",
      'drop index "invoices_by_name"',
    ],
    [
      `${migrations}/0001-billing.ts`,
      "this.#protect('invoices');",
      "this.#protect('invoices');\n    this.addSql(`do $$ begin execute 'alter table invoices dis' || 'able row level security'; end $$`);",
      'table invoices: has rows of organizations and no row-level security',
    ],
    [
      'apps/api/src/database/connect.ts',
      ', ...platformOrm.extensions',
      '',
      'drop constraint "invoices_organization_id_fkey"',
    ],
  ])('fail the check without a declaration: %s, %s', async (path, text, instead, finding) => {
    edit(path, text, instead);
    const { code, output } = await check();
    expect(output).toContain(finding);
    expect(code).toBe(1);
  });
});
