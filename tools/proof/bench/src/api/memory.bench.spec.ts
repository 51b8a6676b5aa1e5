import { once } from 'node:events';
import { load } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiProcess, startApi } from '@acme/api-e2e/start-api';
import { createOrganization, newPerson } from '@acme/api-e2e/people';

const batches = 5;
const requests = 4_000;
const megabyte = 1024 * 1024;

let api: ApiProcess;

beforeAll(async () => {
  const reportHeap = new URL('./report-heap.ts', import.meta.url).href;
  api = await startApi({ WITHOUT_PROXY: 'yes', NODE_OPTIONS: `--import=${reportHeap}` });
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

/** Megabytes that are in use once everything that can be is collected. */
async function heap(): Promise<number> {
  api.process.send('heap?');
  const [answer] = (await once(api.process, 'message')) as [{ heap: number }];
  return answer.heap / megabyte;
}

const lists = [
  'members',
  'nothing-here',
  // <sample alerts>
  'alerts',
  // </sample alerts>
];

describe('memory', () => {
  test('does not grow with the number of requests', async () => {
    const owner = await newPerson(api, 'Owner');
    const { id } = await createOrganization(owner, 'Own');
    const headers = { authorization: `Bearer ${owner.token}` };
    const urls = lists.map((name) => `${api.address}/organizations/${id}/${name}`);
    const sizes: number[] = [];
    for (let batch = 0; batch <= batches; batch += 1) {
      for (const url of urls)
        await load({ url, headers, expected: url.endsWith('here') ? 404 : 200 }, requests);
      sizes.push(await heap());
    }
    console.log('');
    console.table({ 'MB after each 12,000 requests': sizes.map((size) => Math.round(size * 10) / 10) });
    const [, first, ...later] = sizes;
    expect(later.at(-1)! - first!).toBeLessThan(1);
  });
});
