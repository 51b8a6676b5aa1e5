import pg from 'pg';
import { expect, test as base } from 'vitest';
import { sampleTemplate } from '../../../proof/sample/sample-template.ts';
import { readFeatures } from './read-features.ts';

const test = base
  .extend('sample', { scope: 'file' }, async ({}, { onCleanup }) => {
    const sample = await sampleTemplate();
    onCleanup(sample.server.release);
    return sample;
  })
  .extend('client', async ({ sample }, { onCleanup }) => {
    const database = await sample.server
      .template({ key: 'nothing', build: async () => undefined })
      .then((template) => template.clone());
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    onCleanup(async () => {
      await client.end();
      await database.drop();
    });
    return client;
  });

const none = {
  deferred: false,
  deferAgain: '',
  constraints: false,
  settings: false,
  cursors: false,
  defaults: false,
};

const plpgsql = (body: string, parameters = '') =>
  `create function f(${parameters}) returns void language plpgsql as $$ ${body} $$`;

test.for<[sql: string, features: Partial<typeof none>]>([
  ['create table a (id int unique)', {}],
  ['create table a (id int unique deferrable)', {}],
  [
    'create table a (id int constraint "B c" unique deferrable initially deferred)',
    { deferred: true, deferAgain: 'set constraints public."B c" deferred' },
  ],
  [
    'create schema closed; create table closed.a (id int unique deferrable initially deferred)',
    { deferred: true, deferAgain: '' },
  ],
  [plpgsql('begin perform 1; end'), {}],
  [plpgsql('begin update pg_class set relname = relname where false; end'), {}],
  [plpgsql(`begin perform set_config('a.b', 'c', true); end`), { settings: true }],
  [plpgsql('begin if true then set local a.b = 1; end if; end'), { settings: true }],
  [plpgsql(`begin execute 'select set_config(''a.b'', ''c'', true)'; end`), { settings: true }],
  [plpgsql(`begin execute 'set local a.b = 1'; end`), { settings: true }],
  [
    'create function f() returns text begin atomic select set_config($$a.b$$, $$c$$, true); end',
    { settings: true },
  ],
  [plpgsql('declare c cursor for select 1; begin open c; end'), { cursors: true }],
  [plpgsql('begin open c for select 1; end', 'c refcursor'), { cursors: true }],
  [plpgsql('begin set constraints all deferred; end'), { constraints: true }],
  [plpgsql('begin set default_transaction_read_only = on; end'), { settings: true, defaults: true }],
])('%j', async ([sql, features], { client }) => {
  await client.query(sql);
  expect(await readFeatures(client, 'vouch_app')).toEqual({ ...none, ...features });
});
