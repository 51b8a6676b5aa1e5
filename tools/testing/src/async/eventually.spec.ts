import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';

test('it tries until the assertion holds, and answers with its value', async () => {
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
  await expect(trying).rejects.toThrow(/Still not so after 12 ms and \d tries: expected \d to be 'never'/);
  await expect(trying).rejects.toMatchObject({ expected: 'never' });
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
