import { Validator } from '@seriousme/openapi-schema-validator';
import {
  Caller,
  declaredBy,
  disagreements,
  type Document,
  documentOf,
  operationsIn,
} from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../support/contract/contracts.ts';
import { type ApiProcess, documentPath, startApi } from '../support/start-api.ts';

let api: ApiProcess;
let document: Document;

beforeAll(async () => {
  api = await startApi();
  document = await documentOf(new Caller(api.address), documentPath);
}, 30_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('the OpenAPI document', () => {
  test('is valid', async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect({ valid, errors }).toMatchObject({ valid: true });
  });

  test('has exactly the schemas of the contracts', () => {
    expect(disagreements(document, contracts, ['Problem', 'Status'])).toEqual([]);
  });

  test('names each error of the contracts, and no code that is unknown', () => {
    const ofContracts = Object.values(contracts)
      .filter((exported) => typeof exported === 'function' && exported.prototype instanceof Error)
      .map((ErrorClass) => new (ErrorClass as new () => { code?: string })().code)
      .filter((code) => code !== undefined);
    const ofServer =
      /^(bad-request|invalid-request|payload-too-large|unsupported-media-type|upgrade-required|too-many-requests|unavailable)$/;
    const declared = operationsIn(document).flatMap(declaredBy);
    const codes = new Set(declared.map(({ code }) => code).filter((code) => code !== undefined));
    expect([...codes].filter((code) => !ofServer.test(code)).toSorted()).toEqual(ofContracts.toSorted());
  });
});
