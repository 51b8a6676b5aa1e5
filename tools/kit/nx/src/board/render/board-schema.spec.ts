import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { samplePage, samplePromise } from '../../../proof/board/sample-page.ts';
import { promiseStates } from '../board.ts';
import { renderJson } from './render-json.ts';

interface Schema {
  readonly $defs: { readonly state: { readonly enum: readonly string[] } };
}

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../board.schema.json'), 'utf8'),
) as Schema;

beforeAll(() => import('@vouch/testing'));

test('the schema describes a board with promises in all states', () => {
  expect(schema.$defs.state.enum).toEqual(promiseStates);
  expect(JSON.parse(renderJson(samplePage().board))).toMatchJsonSchema(schema);
});

test('the schema refuses an unknown state and an unknown field', () => {
  const board = (change: object) => ({
    components: [{ name: 'cache', promises: [{ ...samplePromise('tested'), ...change }] }],
  });
  for (const change of [{ state: 'unknown' }, { surprise: 1 }])
    expect(JSON.parse(renderJson(board(change)))).not.toMatchJsonSchema(schema);
});
