import { type Tree, writeJson } from '@nx/devkit';
import { thisWorkspace } from './this-workspace.ts';

/** Entities of every kind that MikroORM supports, in a component `trade`. Its tenants are companies. */
export const tradeEntities = `
import { defineEntity, p } from '@mikro-orm/core';

export const CompanyEntity = defineEntity({
  name: 'Company',
  properties: { id: p.uuid().primary(), name: p.string().length(60), offices: () => p.oneToMany(OfficeEntity).mappedBy('company') },
});

export const Address = defineEntity({
  name: 'Address',
  embeddable: true,
  properties: { street: p.string(), city: p.string(), note: p.string().nullable() },
});

/** Embeddables, a single one of its kind on both ends. */
export const OfficeEntity = defineEntity({
  name: 'Office',
  properties: {
    id: p.integer().primary(),
    company: () => p.manyToOne(CompanyEntity),
    address: () => p.embedded(Address),
    home: () => p.embedded(Address).object().nullable(),
    lease: () => p.oneToOne(LeaseEntity).mappedBy('office'),
  },
});

/** @trait endless \`{ endsOn: '9999-12-31', price: '0.00' }\` - for ever, and free */
export const LeaseEntity = defineEntity({
  name: 'Lease',
  properties: {
    id: p.uuid().primary(),
    office: () => p.oneToOne(OfficeEntity),
    price: p.decimal().precision(10).scale(2),
    endsOn: p.date(),
    opensAt: p.time(),
    isSigned: p.boolean(),
    state: p.enum(['open', 'closed'] as const).default('closed'),
    grade: p.enum([1, 2] as const),
    version: p.integer().version(),
  },
});

/** One table for several entities, none of which is just a party. */
export const PartyEntity = defineEntity({
  name: 'Party',
  abstract: true,
  discriminatorColumn: 'kind',
  properties: { id: p.uuid().primary(), kind: p.enum(['person', 'firm'] as const), companyId: p.uuid(), email: p.string() },
});
export const PersonEntity = defineEntity({
  name: 'Person',
  extends: PartyEntity,
  discriminatorValue: 'person',
  properties: { nickname: p.string().unique().nullable(), boss: () => p.manyToOne(PersonEntity).nullable() },
});
export const FirmEntity = defineEntity({
  name: 'Firm',
  extends: PartyEntity,
  discriminatorValue: 'firm',
  properties: { vat: p.string().length(12).nullable() },
});

/** A composite key, of which a parent is a part; lists; what only the compiler knows. */
export const OrderEntity = defineEntity({
  name: 'Order',
  tableName: 'orders',
  uniques: [{ properties: ['party', 'reference'] }],
  properties: {
    party: () => p.manyToOne(PartyEntity).primary(),
    number: p.integer().primary(),
    reference: p.string().length(20),
    lines: () => p.oneToMany(LineEntity).mappedBy('order'),
    labels: () => p.manyToMany(LabelEntity),
    terms: p.json<{ readonly days: number; readonly note?: string; readonly parties: string[] }>(),
    tone: p.string().$type<'warm' | 'cold'>(),
    tags: p.array(),
    seen: p.boolean().default(true),
    attachment: p.blob().nullable(),
    size: p.bigint(),
    weight: p.float(),
    paidAt: p.datetime().nullable(),
  },
});
export const LineEntity = defineEntity({
  name: 'Line',
  properties: { id: p.integer().primary(), order: () => p.manyToOne(OrderEntity), quantity: p.smallint(), title: p.string() },
});
export const LabelEntity = defineEntity({
  name: 'Label',
  properties: { code: p.string().length(12).primary(), colour: p.string().length(7), orders: () => p.manyToMany(OrderEntity).mappedBy('labels') },
});

export const tradeEntities = [CompanyEntity, OfficeEntity, LeaseEntity, PersonEntity, FirmEntity, OrderEntity, LineEntity, LabelEntity];
`;

export const tradeMigrations = `
import { Migration } from '@mikro-orm/migrations';

class Trade0001 extends Migration {
  override up(): void {
    this.addSql(\`
      create table company (id uuid primary key, name varchar(60) not null);
      create table label (code varchar(12) primary key, colour varchar(7) not null);
      create table office (id serial primary key, company_id uuid not null references company, address_street text not null,
        address_city text not null, address_note text, home jsonb);
      create table lease (id uuid primary key, office_id int not null unique references office, price numeric(10, 2) not null,
        ends_on date not null, opens_at time not null, is_signed boolean not null,
        state text not null default 'closed' check (state in ('open', 'closed')), grade smallint not null, version int not null default 1);
      create table party (id uuid primary key, kind text not null check (kind in ('person', 'firm')),
        company_id uuid not null references company, email varchar(255) not null, nickname varchar(255) unique,
        boss_id uuid references party, vat varchar(12));
      create table orders (party_id uuid references party, number int, reference varchar(20) not null, terms jsonb not null,
        tone text not null check (tone in ('warm', 'cold')), tags text[] not null, seen boolean not null default true,
        attachment bytea, size bigint not null, weight real not null, paid_at timestamptz,
        primary key (party_id, number), unique (party_id, reference));
      create table orders_labels (order_party_id uuid, order_number int, label_code varchar(12) references label,
        primary key (order_party_id, order_number, label_code),
        foreign key (order_party_id, order_number) references orders (party_id, number));
      create table line (id serial primary key, order_party_id uuid not null, order_number int not null,
        quantity smallint not null, title text not null,
        foreign key (order_party_id, order_number) references orders (party_id, number));
      alter table office enable row level security;
      create policy tenant on office using (company_id::text = current_setting('app.company_id', true))\`);
  }
}

export const tradeMigrations = [{ name: 'trade-0001', class: Trade0001 }];
`;

export const tradeIndex = `export {
  CompanyEntity, FirmEntity, LabelEntity, LeaseEntity, LineEntity, OfficeEntity, OrderEntity, PersonEntity, tradeEntities,
} from './entities.ts';
export { tradeMigrations } from './migrations.ts';
`;

export const tradeFixtures = `import { tradeEntities, tradeMigrations } from '@acme/trade';
import { componentTest } from '@vouch/testing';

export { expect } from 'vitest';

/** The test function of trade, with its fixtures. */
export const test = componentTest({ entities: tradeEntities, migrations: tradeMigrations });
`;

/** Files of the component by path, besides those of every component. */
export const tradeFiles: Readonly<Record<string, string>> = {
  'libs/trade/app/src/entities.ts': tradeEntities,
  'libs/trade/app/src/migrations.ts': tradeMigrations,
  'libs/trade/app/src/index.ts': tradeIndex,
  'libs/trade/test/src/fixtures.ts': tradeFixtures,
};

/** Adds the component to this workspace in a tree; nothing is on disk. */
export function tradeComponent(): Tree {
  const tree = thisWorkspace();
  for (const [library, ending] of Object.entries({ contract: '-contract', app: '', test: '-test' })) {
    const name = `@acme/trade${ending}`;
    writeJson(tree, `libs/trade/${library}/package.json`, { name, version: '0.0.0', dependencies: {} });
    tree.write(`libs/trade/${library}/src/index.ts`, 'export {};\n');
  }
  for (const [path, text] of Object.entries(tradeFiles)) tree.write(path, text);
  return tree;
}
