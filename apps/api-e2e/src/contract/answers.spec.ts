import {
  type Declared,
  declaredBy,
  documentOf,
  type Exchange,
  exchangesOf,
  ResponseValidator,
  unseen,
} from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiContract } from '../support/contract/contract-environment.ts';
import { recipes } from '../support/contract/response-recipes.ts';
import { documentPath } from '../support/start-api.ts';

let environment: ApiContract;
let exchanges: Exchange[];
let validator: ResponseValidator;

beforeAll(async () => {
  environment = await ApiContract.start();
  validator = new ResponseValidator(await documentOf(environment.anyone, documentPath));
  const needsDatabase = ({ status }: Declared): boolean => status !== 503;
  const declared = environment.parts.operations.flatMap(declaredBy);
  exchanges = await exchangesOf(declared.filter(needsDatabase), environment, recipes);
  environment.api.proxy.refuse();
  const withoutDatabase = declared.filter((one) => !needsDatabase(one));
  exchanges.push(...(await exchangesOf(withoutDatabase, environment, recipes)));
}, 60_000);
afterAll(() => environment[Symbol.asyncDispose]());

describe('every route', () => {
  test('gives each response that it declares', () => {
    const { operations } = environment.parts;
    expect(exchanges.length).toBeGreaterThan(5 * operations.length);
    expect(unseen(operations, exchanges), 'add a recipe for each to response-recipes.ts').toEqual([]);
  });

  test('declares each response that it gives, and its shape', () => {
    expect(exchanges.flatMap((exchange) => validator.problemsOf(exchange))).toEqual([]);
  });

  test('was seen with an item in every list that it returns', () => {
    const empty = exchanges.filter(
      ({ response }) => Array.isArray(response.json) && response.json.length === 0,
    );
    expect(empty.map(({ operation }) => operation.name)).toEqual([]);
  });

  // <sample alerts>
  test('sends over a WebSocket what it declares', () => {
    const upgraded = exchanges.filter(({ response }) => response.status === 101);
    expect(upgraded).not.toEqual([]);
    for (const { operation, response } of upgraded) {
      expect(operation.message).toBeDefined();
      expect(validator.mismatches(operation.message!, response.json)).toEqual([]);
    }
  });
  // </sample alerts>

  test('answers HEAD as it answers GET, without the body', async () => {
    const { anyone, people, api, parts } = environment;
    api.proxy.heal();
    for (const operation of parts.operations.filter(({ method }) => method === 'GET')) {
      for (const caller of [anyone, people.viewer.caller, people.owner.caller]) {
        const get = await environment.send(operation, { caller });
        const head = await environment.send({ ...operation, method: 'HEAD' }, { caller });
        expect({ name: operation.name, status: head.status, text: head.text }).toEqual({
          name: operation.name,
          status: get.status,
          text: '',
        });
      }
    }
  });
});
