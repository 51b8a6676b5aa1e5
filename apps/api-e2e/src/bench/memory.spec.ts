import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { load } from '../support/measure/load.ts';
import { foundOrganization, newPerson } from '../support/people.ts';

const batches = 5;
const requests = 4_000;
const megabyte = 1024 * 1024;

let api: ApiProcess;

beforeAll(async () => {
  const tellHeap = new URL('../support/measure/tell-heap.ts', import.meta.url).href;
  api = await startApi({ WITHOUT_PROXY: 'yes', NODE_OPTIONS: `--import=${tellHeap}` });
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
  it('does not grow with the number of requests', async () => {
    const owner = await newPerson(api, 'Owner');
    const { id } = await foundOrganization(owner, 'Own');
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
