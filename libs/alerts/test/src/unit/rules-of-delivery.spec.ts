import { isPublic, matches, maxTries, sign, waitBeforeRetry } from '@acme/alerts';
import { describe, expect, test } from 'vitest';

describe('matches', () => {
  const condition = { kind: 'person', zone: 'bay', minConfidence: 0.8 };
  const event = { id: 'id', kind: 'person', zone: 'bay', confidence: 0.8 };

  test.each([
    ['all is as asked, confidence at the limit', {}, true],
    ['the kind is another', { kind: 'car' }, false],
    ['the zone is another', { zone: 'yard' }, false],
    ['the zone is unknown', { zone: undefined }, false],
    ['the confidence is below', { confidence: 0.79 }, false],
  ])('when %s: %j', (_when, change, expected) => {
    expect(matches(condition, { ...event, ...change })).toBe(expected);
  });

  test('takes any zone when the rule names none', () => {
    expect(matches({ kind: 'person', minConfidence: 0 }, event)).toBe(true);
  });
});

describe('waitBeforeRetry', () => {
  test('grows fivefold up to six hours, and stays within half and all of it', () => {
    const [shortest, longest] = [0, 1].map((random) =>
      Array.from({ length: maxTries }, (_, index) => waitBeforeRetry(index + 1, () => random) / 1000),
    );
    expect(longest).toEqual([5, 25, 125, 625, 3125, 15_625, 21_600, 21_600]);
    expect(shortest).toEqual(longest?.map((seconds) => seconds / 2));
  });
});

describe('sign', () => {
  test('signs id, time and body as Standard Webhooks asks', () => {
    expect(sign('msg_1', '{"a":1}', 'secret', new Date(1_700_000_000_000))).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': 'v1,Q5nZ7DiOGwijBBqvBVAK6c0zDr2JLkXI7TaV4f+Q2vY=',
    });
  });
});

describe('isPublic', () => {
  test.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'takes %s',
    (ip) => {
      expect(isPublic(ip)).toBe(true);
    },
  );

  test.each([
    '127.0.0.1',
    '127.255.255.255',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'localhost',
    '',
  ])('refuses %s', (ip) => {
    expect(isPublic(ip)).toBe(false);
  });
});
