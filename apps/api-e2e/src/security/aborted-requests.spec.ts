import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectWholePool } from '../support/aborts/pool-check.ts';
import { storm } from '../support/aborts/storm.ts';
import { poolSize, startWatchedApi, type WatchedApi } from '../support/aborts/watched-api.ts';
import { protections } from '../support/taken-out/protections.ts';

describe(
  'requests of many organizations over few connections, half of them aborted',
  { tags: ['slow'] },
  () => {
    let watched: WatchedApi;

    beforeAll(async () => {
      watched = await startWatchedApi();
    }, 60_000);
    afterAll(() => watched[Symbol.asyncDispose]());

    it('see rows of their own organization alone, and leave each connection clean and the pool whole', async () => {
      const { api, admin, visitors } = watched;
      const { foreign, failed, answered, aborted } = await storm(api.address, visitors, 1_500);
      expect({ foreign, failed, left: await watched.settingsLeft() }).toEqual({
        foreign: [],
        failed: [],
        left: [],
      });
      expect(Math.min(answered, aborted)).toBeGreaterThan(300);
      await expectWholePool(api.address, admin, visitors[0]!, poolSize);
    });
  },
);

describe('where the tenant is set for the whole session', { tags: ['slow'] }, () => {
  it.each(['endOfReadingTenant', 'endOfWritingTenant'] as const)(
    'the same check finds it: %s',
    async (name) => {
      await using watched = await startWatchedApi({ without: [protections[name]] });
      await storm(watched.api.address, watched.visitors, 200);
      expect(await watched.settingsLeft()).toContain('app.organization_id');
    },
  );
});
