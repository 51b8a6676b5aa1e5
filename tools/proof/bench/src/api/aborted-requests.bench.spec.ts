import { createVisitors } from '@acme/api-e2e/visitors';
import { startApi } from '@acme/api-e2e/start-api';
import { abortStorm, asAdmin, expectWholePool, trapSettings } from '@vouch/testing/api';
import { expect, test } from 'vitest';

const requests = 50_000;
const size = 5;
const role = 'vouch_app';
const trap = { entry: 'app_enter', settings: ['app.organization_id', 'app.user_id'], role };

test(`${requests.toLocaleString('en')} requests over ${size} connections, half of them aborted, mix no tenants`, async () => {
  await using api = await startApi({ WITHOUT_PROXY: 'yes', DATABASE_CONNECTIONS: String(size) });
  await asAdmin(api, async (admin) => {
    const settingsLeft = await trapSettings(admin, trap);
    const visitors = await createVisitors(api, admin, 5);
    const start = performance.now();
    const { foreign, failed, answered, aborted } = await abortStorm(api, visitors, requests);
    const seconds = (performance.now() - start) / 1000;
    const left = await settingsLeft();
    const counts = { 'rows of others': foreign.length, 'settings left': left.length };
    console.log('');
    console.table({ answered, aborted, ...counts, seconds });
    expect({ foreign, failed, left }).toEqual({ foreign: [], failed: [], left: [] });
    const { token, tenant } = visitors[0]!;
    const path = `/organizations/${tenant}/members`;
    await expectWholePool(admin, { address: api.address, token, path, table: 'memberships', role, size });
  });
});
