import { expect, test } from 'vitest';

const quick = { timeout: 8, interval: 2 };

function after(calls: number, value: unknown): () => Promise<unknown> {
  let count = 0;
  return async () => ((count += 1) >= calls ? value : Promise.reject(new Error('not yet')));
}

test('it repeats until the function resolves', async () => {
  await expect(after(3, 'done')).toResolveEventually();
  await expect(after(2, { id: 7, more: 1 })).toResolveEventually(expect.objectContaining({ id: 7 }), {
    interval: 1,
  });
  await expect(after(99, 'done')).not.toResolveEventually(undefined, quick);
});

test('it reports the last attempt', async () => {
  await expect(expect(after(99, 1)).toResolveEventually(undefined, quick)).rejects.toThrow(
    /^expected the function to resolve within 8 ms\b.*; the last attempt rejected with \[Error: not yet\]$/,
  );
  await expect(expect(() => 1).toResolveEventually(2, quick)).rejects.toThrow(
    /^expected the function to resolve to 2 within 8 ms\b.*; the last attempt resolved to 1$/,
  );
});

test('negated, it reports the resolved value', async () => {
  await expect(expect(() => 'x').not.toResolveEventually('x', quick)).rejects.toThrow(
    /^expected the function not to resolve to "x" within 8 ms\b.*, but it resolved to "x"$/,
  );
});
