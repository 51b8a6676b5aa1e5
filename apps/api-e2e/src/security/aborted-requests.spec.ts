import { abortStorm, asAdmin, expectWholePool, trapSettings } from '@vouch/testing/api';
import { describe, expect, test } from 'vitest';
import { role } from '../support/database.ts';
import { startApi } from '../support/start-api.ts';
import { createVisitors } from '../support/visitors.ts';

const size = 5;
const trap = { entry: 'app_enter', settings: ['app.organization_id', 'app.user_id'], role };

describe(
  'requests of many organizations over few connections, half of them aborted',
  { tags: ['slow'] },
  () => {
    test(
      'see rows of their own organization only, and leave each connection clean',
      { timeout: 60_000 },
      async () => {
        await using api = await startApi({ WITHOUT_PROXY: 'yes', DATABASE_CONNECTIONS: String(size) });
        await asAdmin(api, async (admin) => {
          const settingsLeft = await trapSettings(admin, trap);
          const visitors = await createVisitors(api, admin, 5);
          const { foreign, failed, answered, aborted } = await abortStorm(api, visitors, 1_500);
          const left = await settingsLeft();
          expect({ foreign, failed, left }).toEqual({ foreign: [], failed: [], left: [] });
          expect(Math.min(answered, aborted)).toBeGreaterThan(300);
          const { token, tenant } = visitors[0]!;
          const path = `/organizations/${tenant}/members`;
          await expectWholePool(admin, {
            address: api.address,
            token,
            path,
            table: 'memberships',
            role,
            size,
          });
        });
      },
    );
  },
);
