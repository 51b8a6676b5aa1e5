import { expect, test } from 'vitest';
import { collect } from './collect.ts';

async function* count(closed: string[] = []): AsyncGenerator<number> {
  try {
    for (let number = 1; ; number += 1) yield number;
  } finally {
    closed.push('closed');
  }
}

test('it takes the requested number of elements, and closes the iterable', async () => {
  const closed: string[] = [];
  expect(await collect(count(closed), 3)).toEqual([1, 2, 3]);
  expect(closed).toEqual(['closed']);
});

test('it takes all elements of an iterable that ends', async () => {
  async function* two(): AsyncGenerator<string> {
    yield* ['a', 'b'];
  }
  expect(await collect(two())).toEqual(['a', 'b']);
  expect(await collect(two(), 9)).toEqual(['a', 'b']);
});

test('it fails with the iterable', async () => {
  async function* broken(): AsyncGenerator<string> {
    throw new Error('broken');
  }
  await expect(collect(broken(), 1)).rejects.toThrow('broken');
});

test('a signal ends the wait', async () => {
  async function* silent(): AsyncGenerator<string> {
    yield await new Promise<never>(() => undefined);
  }
  const controller = new AbortController();
  const collecting = collect(silent(), 1, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(collecting).rejects.toThrow('enough');
});
