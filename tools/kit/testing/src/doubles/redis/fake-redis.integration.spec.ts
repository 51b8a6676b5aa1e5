import { createClient } from 'redis';
import { afterAll, beforeAll, describe } from 'vitest';
import { acquireRedis, type TestRedis } from '../../servers/acquire/acquire-redis.ts';
import type { FakeRedis } from './fake-redis.ts';
import { redisSuite } from '../../../proof/redis-suite.ts';

describe('a real Redis behaves like the fake', { tags: ['redis'] }, () => {
  let server: TestRedis;

  beforeAll(async () => {
    server = await acquireRedis();
  });
  afterAll(() => server.release());

  redisSuite(async () => {
    const client = await createClient({ url: server.url }).connect();
    await client.flushDb();
    const disposable = { [Symbol.asyncDispose]: () => client.close() };
    return Object.assign(client, disposable) as unknown as FakeRedis;
  });
});
