import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { quietTrees } from '../../../proof/trees/quiet-trees.ts';
import { changesOf } from '../../../proof/trees/this-workspace.ts';
import { tradeComponent, tradeIndex } from '../../../proof/trees/trade-component.ts';
import factoryGenerator from './generator.ts';
import type { FactorySchema } from './schema.d.ts';

/** The compiler runs for JSON columns and is slow. */
const patient = { timeout: 120_000 };
const factories = 'libs/trade/test/src/factories';

beforeEach(quietTrees);

async function generate(tree: Tree, options: Partial<FactorySchema> = {}): Promise<string> {
  vi.mocked(console.log).mockClear();
  await factoryGenerator(tree, { subject: 'trade', allowDirty: true, ...options });
  return String(vi.mocked(console.log).mock.lastCall?.[0]);
}

const read = (tree: Tree, path: string) => tree.read(path, 'utf-8') ?? '';
const entities = 'libs/trade/app/src/entities.ts';

/** Leaves out the columns that need the compiler, which takes a second each time. */
function quickComponent(): Tree {
  const tree = tradeComponent();
  tree.write(entities, read(tree, entities).replaceAll(/^.*(?:p\.json|\$type)<.*\n/gm, ''));
  return tree;
}

test('its output matches the golden files', patient, async () => {
  const tree = tradeComponent();
  await generate(tree);
  for (const name of ['order', 'office', 'lease', 'person']) {
    const path = `${factories}/generated/${name}-base.ts`;
    await expect(read(tree, path)).toMatchFileSnapshot(`../../../proof/golden/factory/${name}-base.ts.txt`);
  }
  await expect(read(tree, `${factories}/generated/trade-factories.ts`)).toMatchFileSnapshot(
    '../../../proof/golden/factory/trade-factories.ts.txt',
  );
  expect(read(tree, `${factories}/tenancy.ts`)).toContain(
    "root: 'Company', property: 'company', setting: 'app.company_id'",
  );
  expect(read(tree, 'libs/trade/test/src/fixtures.ts')).toContain(
    ".extend('factories', ({ em, faker }) => tradeFactories({ em, faker }))",
  );
});

describe('again', () => {
  test('changes nothing when run again, and --check passes', patient, async () => {
    const tree = quickComponent();
    await generate(tree);
    const before = changesOf(tree);
    expect(await generate(tree, { check: true })).toMatch(
      /0 to add, 0 to refresh, 0 to remove; 9 same, 10 yours\n$/,
    );
    expect(changesOf(tree)).toEqual(before);
  });

  test('updates generated files after a changed entity and keeps handwritten ones', patient, async () => {
    const tree = quickComponent();
    await generate(tree);
    const own = `${factories}/office-factory.ts`;
    tree.write(own, '// mine\n');
    tree.write(entities, read(tree, entities).replace('lease: ()', 'open: p.boolean(), lease: ()'));
    await expect(generate(tree, { check: true })).rejects.toThrow(
      'The factories and entities of trade are out of sync: 0 to add, 1 to refresh, 0 to remove; 8 same, 10 yours. Nothing was written. ' +
        'Run: nx g factory trade',
    );
    await generate(tree);
    expect(read(tree, `${factories}/generated/office-base.ts`)).toContain('notOpen(): this');
    expect(read(tree, own)).toBe('// mine\n');
  });

  test('reports factories of a deleted entity and removes unedited ones with --prune', patient, async () => {
    const tree = quickComponent();
    await generate(tree);
    tree.write(`${factories}/lease-factory.ts`, '// mine\n');
    const text = read(tree, entities)
      .replace(/\n\/\*\* @trait[^]*?\n\}\);\n/, '\n')
      .replace(/export const LineEntity[^]*?\n\}\);\n/, '')
      .replaceAll(/^.*(?:LeaseEntity|LineEntity)\).*\n/gm, '')
      .replace('LeaseEntity, ', '')
      .replace('LineEntity, ', '');
    tree.write(entities, text);
    const index = 'libs/trade/app/src/index.ts';
    tree.write(index, read(tree, index).replace('LeaseEntity, LineEntity, ', ''));
    expect(await generate(tree)).toContain(
      '0 to add, 3 to refresh, 0 to remove; 4 same, 8 yours, 4 orphaned',
    );
    expect(await generate(tree, { prune: true })).toContain('2 to remove; 7 same, 8 yours, 2 orphaned');
    expect(read(tree, 'libs/trade/test/src/index.ts')).not.toContain('LineFactory');
    expect(tree.exists(`${factories}/generated/line-base.ts`)).toBe(false);
    expect(tree.exists(`${factories}/line-factory.ts`)).toBe(false);
    expect(read(tree, `${factories}/lease-factory.ts`)).toBe('// mine\n');
  });
});

describe('one entity', () => {
  test('gets its factory and those of the entities that it needs', patient, async () => {
    const tree = quickComponent();
    await generate(tree, { subject: 'Lease' });
    expect(tree.children(`${factories}/generated`).toSorted()).toEqual([
      'company-base.ts',
      'lease-base.ts',
      'office-base.ts',
      'trade-factories.ts',
    ]);
  });

  test('is searched before the database', patient, async () => {
    await expect(generate(quickComponent(), { subject: 'cache' })).rejects.toThrow(
      'The app library of cache exports no entities.',
    );
  });

  test('is rejected if no component defines it', async () => {
    await expect(generate(quickComponent(), { subject: 'Leese' })).rejects.toThrow(
      'No app library defines an entity Leese.',
    );
  });
});

test('--exclude rejects unknown entities and accepts those of other components', patient, async () => {
  await expect(generate(quickComponent(), { exclude: 'Oder' })).rejects.toThrow(
    'No app library defines an entity Oder.',
  );
  await expect(generate(quickComponent(), { exclude: 'AlertRule' })).resolves.toContain('Order');
});

describe('all', () => {
  const componentsOf = (json: string): string[] => {
    const entries = JSON.parse(json) as { file: string }[];
    return [...new Set(entries.map(({ file }) => file.split('/')[1] ?? ''))];
  };

  test('are the components that define entities, each after those that it depends on', patient, async () => {
    expect(componentsOf(await generate(quickComponent(), { subject: 'all', json: true }))).toEqual([
      'trade',
      'identity',
      'alerts',
    ]);
  });

  test('are checked in one run, which names those out of sync', patient, async () => {
    const tree = quickComponent();
    await expect(generate(tree, { subject: 'all', check: true })).rejects.toThrow(
      /^The factories and entities of trade are out of sync: 19 to add.* nx g factory trade$/,
    );
    await generate(tree, { subject: 'all' });
    const before = changesOf(tree);
    expect(await generate(tree, { subject: 'all', check: true })).toMatch(/^\nalerts\n/);
    expect(changesOf(tree)).toEqual(before);
  });
});

describe('the tenant', () => {
  test('can be named or switched off', patient, async () => {
    const tree = quickComponent();
    await generate(tree, { tenant: 'none' });
    expect(tree.exists(`${factories}/tenancy.ts`)).toBe(false);
    await generate(tree, { tenant: 'Office' });
    expect(read(tree, `${factories}/tenancy.ts`)).toContain("root: 'Office'");
  });

  test.each([
    ['Compony', 'trade has no entity "Compony" that could be the tenant'],
    [undefined, 'The tenant of trade is ambiguous: Company, Team are candidates.'],
  ])('%j is rejected if the tenant is ambiguous', async (tenant, message) => {
    const tree = quickComponent();
    const team =
      "export const TeamEntity = defineEntity({ name: 'Team', properties: { id: p.uuid().primary() } });\n";
    const text = read(tree, entities).replace(
      'version: p',
      'team: () => p.manyToOne(TeamEntity), version: p',
    );
    tree.write(entities, text + team);
    await expect(generate(tree, tenant === undefined ? {} : { tenant })).rejects.toThrow(message);
  });
});

describe('is rejected, and nothing is written', () => {
  test.each([
    [
      'an entity that is not exported',
      'LeaseEntity, LineEntity',
      'LineEntity',
      'The entity Lease is not exported.',
    ],
    [
      'a cycle of required relations',
      'home: () => p.embedded(Address).object().nullable()',
      'first: () => p.oneToOne(LeaseEntity)',
      'Lease needs Office needs Lease: each needs the other to exist first',
    ],
    [
      'a type without generated values',
      'p.json<{ readonly days: number;',
      'p.json<{ readonly pay: () => void; readonly days: number;',
      'Order.terms: no value of its type can be generated.',
    ],
    [
      'a relation to several kinds of entities',
      'p.manyToOne(CompanyEntity)',
      'p.manyToOne([CompanyEntity, LabelEntity] as never)',
      'Office.company: it refers to several kinds of entities.',
    ],
    [
      'a library that fails to load',
      "name: 'Address'",
      'name: nothing',
      'ReferenceError: nothing is not defined',
    ],
    [
      'a library without entities',
      tradeIndex,
      'export {};\n',
      'The app library of trade exports no entities.',
    ],
    ['an invalid trait', '`{ endsOn', '`{ endsOn`, `', 'LeaseEntity has "@trait endless'],
    ['tests without a database', 'componentTest({', 'made({', 'The tests of trade have no database'],
  ])('%s', patient, async (_, before, after, message) => {
    const tree = before.startsWith('p.json') ? tradeComponent() : quickComponent();
    for (const path of Object.keys(changesOf(tree)).filter((each) => each.startsWith('libs/trade/'))) {
      tree.write(path, read(tree, path).replace(before, after));
    }
    const untouched = changesOf(tree);
    await expect(generate(tree)).rejects.toThrow(message);
    expect(changesOf(tree)).toEqual(untouched);
  });
});
