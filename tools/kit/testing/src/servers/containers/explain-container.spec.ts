import { describe, expect, test } from 'vitest';
import { explainContainer } from './explain-container.ts';

const postgres = { service: 'postgres', image: 'postgres:18-alpine', logTail: '' } as const;
const redis = { service: 'redis', image: 'redis:7-alpine', logTail: '' } as const;

describe('the explanation of a failed container', () => {
  test.for([
    ['image-missing', postgres, '(HTTP code 404) no such image', 'TEST_POSTGRES_IMAGE'],
    ['image-missing', redis, 'pull access denied for redis', 'TEST_REDIS_IMAGE'],
    ['image-missing', postgres, 'Get "https://registry/v2/": no such host', 'TEST_DATABASE=embedded'],
    ['disk-full', postgres, 'write /var/lib: No space left on device', 'docker system prune'],
    [
      'disk-full',
      { ...redis, logTail: 'cannot write: No space left on device' },
      'its program ended',
      'install redis-server',
    ],
    ['container-failed', postgres, 'Health check failed: unhealthy', 'TEST_DATABASE=embedded'],
  ] as const)('%s: %o, %s', ([code, failure, said, fix]) => {
    expect(explainContainer(new Error(said), failure)).toMatchObject({
      code,
      what: expect.stringContaining(said === 'its program ended' ? failure.logTail : said) as string,
      fix: expect.stringContaining(fix) as string,
    });
  });

  test('does not report a missing image if the container has a log', () => {
    const failure = { ...postgres, logTail: 'sh: postgres: not found' };
    expect(explainContainer('exec: not found', failure)).toMatchObject({
      code: 'container-failed',
      what: 'The container of postgres:18-alpine did not start: exec: not found.\nThe end of its log:\n  │ sh: postgres: not found',
    });
  });

  test('reports an empty log', () => {
    expect(explainContainer(new Error('unhealthy'), redis).what).toBe(
      'The container of redis:7-alpine did not start: unhealthy.\nIts log is empty.',
    );
  });
});
