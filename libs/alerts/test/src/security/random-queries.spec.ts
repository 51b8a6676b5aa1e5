import { AlertEntity } from '@acme/alerts';
import type { EntityMetadata } from '@mikro-orm/core';
import type { IsolatedDb } from '@vouch/testing';
import fc from 'fast-check';
import { describe } from 'vitest';
import { alertsFactories } from '../factories/generated/alerts-factories.ts';
import { expect, test } from '../fixtures.ts';
import { Queries, type Values } from '../random-queries/arbitraries.ts';
import type { Query } from '../random-queries/query.ts';
import { ReferenceDatabase } from '../random-queries/reference-database.ts';
import { runQuery, sorted, valuesOf } from '../random-queries/run-query.ts';

const entities = [
  'Organization',
  'User',
  'Membership',
  'Invitation',
  'AlertRule',
  'Alert',
  'Webhook',
  'Delivery',
];

/** Fills three organizations with some of everything. */
async function populate({ em }: IsolatedDb): Promise<string> {
  const factories = alertsFactories({ em });
  const organizations = await factories.organization.createList(3);
  for (const organization of organizations) {
    await factories.membership.for(organization).createList(3);
    await factories.invitation.for(organization).createList(2);
    const [rule, other] = await factories.alertRule.for(organization).createList(2);
    const alerts = await factories.alert.for(organization).associations({ rule: rule! }).createList(4);
    await factories.alert.for(organization).associations({ rule: other! }).createList(2);
    const [webhook] = await factories.webhook.for(organization).createList(2);
    for (const alert of alerts.slice(2))
      await factories.delivery.for(organization).associations({ webhook: webhook!, alert }).create();
  }
  return organizations[0]!.id;
}

function metadataOf({ orm }: IsolatedDb): EntityMetadata[] {
  const all = [...orm.getMetadata().getAll().values()] as EntityMetadata[];
  return entities.map((name) => all.find(({ className }) => className === name)!);
}

async function valuesIn({ admin }: IsolatedDb, metadata: readonly EntityMetadata[]): Promise<Values> {
  const values: Record<string, Record<string, unknown[]>> = {};
  for (const { className, tableName, props } of metadata) {
    const rows = await admin.query(`select * from ${tableName}`);
    const columns = props.map(
      ({ name, fieldNames }) => [name, rows.map((row): unknown => row[fieldNames[0]!])] as const,
    );
    values[className] = Object.fromEntries(columns);
  }
  return values;
}

/** Returns the result of a query, or that it was refused. */
function outcomeOf(run: Promise<string>): Promise<string> {
  return run.catch(() => 'refused');
}

async function expectSame(reference: ReferenceDatabase, query: Query): Promise<string> {
  const expected = await outcomeOf(reference.inReference((em) => runQuery(em, query)));
  expect(await outcomeOf(reference.asTenant((em) => runQuery(em, query)))).toBe(expected);
  return expected;
}

async function prepared(db: IsolatedDb): Promise<{ reference: ReferenceDatabase; queries: Queries }> {
  const tenant = await populate(db);
  const metadata = metadataOf(db);
  const queries = new Queries(metadata, await valuesIn(db, metadata));
  return { reference: await ReferenceDatabase.of(db, tenant), queries };
}

describe('a random query of one tenant', { tags: ['slow'] }, () => {
  test('finds all its own rows, and none of another tenant', async ({ isolatedDb }) => {
    const { reference, queries } = await prepared(isolatedDb);
    await using _reference = reference;
    const outcomes: string[] = [];
    const property = fc.asyncProperty(queries.reading(), async (query) => {
      outcomes.push(await expectSame(reference, query));
    });
    await fc.assert(property, { numRuns: 400 });
    const [refused, nothing] = [/^refused$/, /^(\[\]|0)$/].map((shape) =>
      outcomes.filter((one) => shape.test(one)),
    );
    expect(refused).toEqual([]);
    expect(nothing!.length).toBeLessThan(outcomes.length / 2);
  });

  test('finds the same rows past the ORM', async ({ isolatedDb }) => {
    const { reference, queries } = await prepared(isolatedDb);
    await using _reference = reference;
    const property = fc.asyncProperty(queries.sql(), async ({ sql: asked, ids }) => {
      // As JSON, because both ways have their own words for times.
      const sql = `select to_jsonb(answer) as row from (${asked}) as answer`;
      const rows = await reference.readAsTenant(sql.replace('?', '$1'), valuesOf({ sql, ids }));
      const expected = await reference.inReference((em) => runQuery(em, { kind: 'sql', sql, ids }));
      expect(JSON.stringify(sorted(rows))).toBe(expected);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test('changes its own rows as asked, and none of another tenant', async ({ isolatedDb }) => {
    const { reference, queries } = await prepared(isolatedDb);
    await using _reference = reference;
    const outcomes: string[] = [];
    const property = fc.asyncProperty(
      fc.array(queries.any(), { minLength: 1, maxLength: 4 }),
      async (asked) => {
        await reference.reset();
        for (const query of asked) outcomes.push(await expectSame(reference, query));
        expect(await reference.differences()).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 100 });
    const changed = outcomes.filter((outcome) => /^([1-9]\d*|"inserted")$/.test(outcome));
    expect(changed.length).toBeGreaterThan(20);
  });
});

describe('the comparison fails when', { tags: ['slow'] }, () => {
  test('row-level security is switched off', async ({ isolatedDb }) => {
    const { reference, queries } = await prepared(isolatedDb);
    await using _reference = reference;
    for (const { tableName } of metadataOf(isolatedDb))
      await isolatedDb.admin.query(`alter table ${tableName} disable row level security`);
    const reading = fc.asyncProperty(
      queries.reading(),
      async (query) => void (await expectSame(reference, query)),
    );
    await expect(fc.assert(reading, { numRuns: 100, endOnFailure: true })).rejects.toThrow('Property failed');
    const writing = fc.asyncProperty(queries.writing(), async (query) => {
      await expectSame(reference, query);
      expect(await reference.differences()).toEqual([]);
    });
    await expect(fc.assert(writing, { numRuns: 100, endOnFailure: true })).rejects.toThrow('Property failed');
  });

  test('a policy hides rows of the tenant from it', async ({ isolatedDb }) => {
    const { reference, queries } = await prepared(isolatedDb);
    await using _reference = reference;
    await isolatedDb.admin.query(`create policy narrow on alerts as restrictive using (state <> 'raised')`);
    expect(await reference.inReference((em) => em.count(AlertEntity))).toBeGreaterThan(0);
    const reading = fc.asyncProperty(
      queries.reading(),
      async (query) => void (await expectSame(reference, query)),
    );
    await expect(fc.assert(reading, { numRuns: 200, endOnFailure: true })).rejects.toThrow('Property failed');
  });
});
