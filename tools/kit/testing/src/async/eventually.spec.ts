import { expect, test } from 'vitest';
import { frozenClock } from '../doubles/frozen-clock.ts';
import { eventually } from './eventually.ts';

test('it tries until the assertion holds, and returns its value', async () => {
  let tries = 0;
  const value = await eventually(
    async () => {
      tries += 1;
      expect(tries).toBe(3);
      return 'done';
    },
    { interval: 1 },
  );
  expect([value, tries]).toEqual(['done', 3]);
});

test('it fails with the last error of the assertion', async () => {
  let count = 0;
  const trying = eventually(() => expect((count += 1)).toBe('never'), { timeout: 12, interval: 3 });
  await expect(trying).rejects.toThrow(
    /^The assertion did not pass in \d+ attempts within 12 ms\b.*: expected \d+ to be 'never'/,
  );
  await expect(trying).rejects.toMatchObject({ expected: 'never' });
});

test('without a timeout it ends before the test does', { timeout: 60 }, async () => {
  await expect(eventually(() => expect.fail('no'), { interval: 1 })).rejects.toThrow(
    /^The assertion did not pass in \d+ attempts within the test’s limit of 60 ms\b.*: no$/,
  );
});

test('it continues if the test has stopped the clock', async () => {
  using _clock = frozenClock();
  let tries = 0;
  await eventually(() => expect((tries += 1)).toBe(3), { interval: 1 });
});

test('a signal ends it', async () => {
  const controller = new AbortController();
  const trying = eventually(() => expect.fail('no'), {
    signal: controller.signal,
    interval: 5_000,
    timeout: 60_000,
  });
  setTimeout(() => controller.abort(new Error('enough')), 3);
  await expect(trying).rejects.toThrow('enough');
});
