import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { roles, RouteWalk } from '../support/security/route-walk.ts';

let api: ApiProcess;
let walk: RouteWalk;

beforeAll(async () => {
  api = await startApi({ LOG_LEVEL: 'trace' });
  walk = await RouteWalk.on(api);
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('every route', () => {
  it('declares whom it serves', () => {
    expect(walk.operations.length).toBeGreaterThan(15);
    const known = ['public', 'signed-in', ...roles];
    expect(walk.operations.filter(({ policy }) => !known.includes(policy ?? ''))).toEqual([]);
  });

  it('lets nobody in who is not logged in, unless it is public', () => walk.checkAnyone());

  it('shows another tenant’s organization exactly as one that does not exist', () => walk.checkOutsiders());

  it.each(roles)('lets a %s in exactly where the role is enough', (role) => walk.checkRole(role));

  it('shows another tenant’s thing exactly as one that does not exist', () => walk.checkForeignThings());

  it('takes a malformed organization id for one that does not exist', () => walk.checkMalformedIds());

  it('lets nothing of another tenant out when its ids are put everywhere', () => walk.checkForeignIds());
});
