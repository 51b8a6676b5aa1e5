import { describe, expect, it } from 'vitest';
import { expectWholePool } from '../support/aborts/pool-check.ts';
import { storm } from '../support/aborts/storm.ts';
import { poolSize, startWatchedApi } from '../support/aborts/watched-api.ts';

const requests = 50_000;

describe(`${requests.toLocaleString('en')} requests over ${poolSize} connections, half of them aborted`, () => {
  it('see rows of their own organization alone, and leave each connection clean and the pool whole', async () => {
    await using watched = await startWatchedApi();
    const { api, admin, visitors } = watched;
    const start = performance.now();
    const { foreign, failed, answered, aborted } = await storm(api.address, visitors, requests);
    const seconds = (performance.now() - start) / 1000;
    const left = await watched.settingsLeft();
    console.log('');
    console.table({
      answered,
      aborted,
      'rows of others': foreign.length,
      'settings left': left.length,
      seconds,
    });
    expect({ foreign, failed, left }).toEqual({ foreign: [], failed: [], left: [] });
    await expectWholePool(api.address, admin, visitors[0]!, poolSize);
  });
});
