import { AlertEntity } from '@acme/alerts';
import type { EntityMetadata } from '@mikro-orm/core';
import type { IsolatedDb } from '@vouch/testing';
import fc from 'fast-check';
import { describe } from 'vitest';
import { alertsFactories } from '../factories/generated/alerts-factories.ts';
import { expect, test } from '../fixtures.ts';
import { Queries, type Values } from '../random-queries/arbitraries.ts';
import type { Query } from '../random-queries/query.ts';
import { runQuery, sorted, valuesOf } from '../random-queries/run-query.ts';
import { TwoWorlds } from '../random-queries/two-worlds.ts';

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

/** What a query came to: its result, or that it was refused. */
function outcomeOf(run: Promise<string>): Promise<string> {
  return run.catch(() => 'refused');
}

async function expectSame(worlds: TwoWorlds, query: Query): Promise<string> {
  const truth = await outcomeOf(worlds.alone((em) => runQuery(em, query)));
  expect(await outcomeOf(worlds.amongOthers((em) => runQuery(em, query)))).toBe(truth);
  return truth;
}

async function prepared(db: IsolatedDb): Promise<{ worlds: TwoWorlds; queries: Queries }> {
  const tenant = await populate(db);
  const metadata = metadataOf(db);
  const queries = new Queries(metadata, await valuesIn(db, metadata));
  return { worlds: await TwoWorlds.of(db, tenant), queries };
}

describe('whatever one tenant asks of the ORM', { tags: ['slow'] }, () => {
  test('it finds its own rows, all of them, and none of another', async ({ isolatedDb }) => {
    const { worlds, queries } = await prepared(isolatedDb);
    await using _worlds = worlds;
    const outcomes: string[] = [];
    const property = fc.asyncProperty(queries.reading(), async (query) => {
      outcomes.push(await expectSame(worlds, query));
    });
    await fc.assert(property, { numRuns: 400 });
    const [refused, nothing] = [/^refused$/, /^(\[\]|0)$/].map((shape) =>
      outcomes.filter((one) => shape.test(one)),
    );
    expect(refused).toEqual([]);
    expect(nothing!.length).toBeLessThan(outcomes.length / 2);
  });

  test('past the ORM it finds the same', async ({ isolatedDb }) => {
    const { worlds, queries } = await prepared(isolatedDb);
    await using _worlds = worlds;
    const property = fc.asyncProperty(queries.sql(), async ({ sql: asked, ids }) => {
      // As JSON, because both ways have their own words for times.
      const sql = `select to_jsonb(answer) as row from (${asked}) as answer`;
      const rows = await worlds.readAmongOthers(sql.replace('?', '$1'), valuesOf({ sql, ids }));
      const truth = await worlds.alone((em) => runQuery(em, { kind: 'sql', sql, ids }));
      expect(JSON.stringify(sorted(rows))).toBe(truth);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test('it changes its own rows, as asked, and none of another', async ({ isolatedDb }) => {
    const { worlds, queries } = await prepared(isolatedDb);
    await using _worlds = worlds;
    const outcomes: string[] = [];
    const property = fc.asyncProperty(
      fc.array(queries.any(), { minLength: 1, maxLength: 4 }),
      async (asked) => {
        await worlds.reset();
        for (const query of asked) outcomes.push(await expectSame(worlds, query));
        expect(await worlds.differences()).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 100 });
    const changed = outcomes.filter((outcome) => /^([1-9]\d*|"inserted")$/.test(outcome));
    expect(changed.length).toBeGreaterThan(20);
  });
});

describe('this is found out when', { tags: ['slow'] }, () => {
  test('row-level security is switched off', async ({ isolatedDb }) => {
    const { worlds, queries } = await prepared(isolatedDb);
    await using _worlds = worlds;
    for (const { tableName } of metadataOf(isolatedDb))
      await isolatedDb.admin.query(`alter table ${tableName} disable row level security`);
    const reading = fc.asyncProperty(
      queries.reading(),
      async (query) => void (await expectSame(worlds, query)),
    );
    await expect(fc.assert(reading, { numRuns: 100, endOnFailure: true })).rejects.toThrow('Property failed');
    const writing = fc.asyncProperty(queries.writing(), async (query) => {
      await expectSame(worlds, query);
      expect(await worlds.differences()).toEqual([]);
    });
    await expect(fc.assert(writing, { numRuns: 100, endOnFailure: true })).rejects.toThrow('Property failed');
  });

  test('rows of the tenant’s own are kept from it', async ({ isolatedDb }) => {
    const { worlds, queries } = await prepared(isolatedDb);
    await using _worlds = worlds;
    await isolatedDb.admin.query(`create policy narrow on alerts as restrictive using (state <> 'raised')`);
    expect(await worlds.alone((em) => em.count(AlertEntity))).toBeGreaterThan(0);
    const reading = fc.asyncProperty(
      queries.reading(),
      async (query) => void (await expectSame(worlds, query)),
    );
    await expect(fc.assert(reading, { numRuns: 200, endOnFailure: true })).rejects.toThrow('Property failed');
  });
});
