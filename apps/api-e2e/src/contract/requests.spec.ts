import { checkBodies, documentOf } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiContract } from '../support/contract/contract-environment.ts';
import { documentPath } from '../support/start-api.ts';

let environment: ApiContract;

beforeAll(async () => {
  environment = await ApiContract.start();
}, 60_000);
afterAll(() => environment[Symbol.asyncDispose]());

describe('a body', { tags: ['slow'] }, () => {
  test('is accepted exactly when the document allows it', async () => {
    const document = await documentOf(environment.anyone, documentPath);
    const { operations, accepted, rejected } = await checkBodies(environment, document);
    expect(accepted).toBeGreaterThan(operations);
    expect(rejected).toBeGreaterThan(operations * 10);
  });
});
