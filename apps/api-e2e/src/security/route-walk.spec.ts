import { RouteWalk, type TenancyPort } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tenancyPort } from '../support/api-port.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';

let api: ApiProcess;
let port: TenancyPort;
let walk: RouteWalk;

beforeAll(async () => {
  api = await startApi({ LOG_LEVEL: 'trace' });
  port = tenancyPort(api);
  walk = await RouteWalk.start(port);
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('every route', () => {
  test('declares a policy', () => {
    expect(walk.operations.length).toBeGreaterThan(15);
    walk.checkPolicies();
  });

  test('rejects callers who are not signed in, unless it is public', () => walk.checkAnyone());

  test('shows another tenant’s organization as one that does not exist', () => walk.checkOutsiders());

  test('lets each role in exactly where it is enough', async () => {
    for (const role of port.roles) await walk.checkRole(role);
  });

  test('shows another tenant’s resource as one that does not exist', () => walk.checkForeignResources());

  test('answers a malformed organization id as one that does not exist', () => walk.checkMalformedIds());

  test('returns and logs nothing of another tenant whose ids are in every path', () =>
    walk.checkForeignIds());
});
