import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { removeOldCopies } from './remove-old-copies.ts';

const test = base.extend('home', async ({}, { onCleanup }) => {
  const home = await mkdtemp(join(tmpdir(), 'vouch-copies-'));
  onCleanup(() => rm(home, { recursive: true }));
  return home;
});

const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000);

async function copy(home: string, name: string, lastUse: Date): Promise<void> {
  await mkdir(join(home, name));
  await utimes(join(home, name), lastUse, lastUse);
}

test('unused copies are removed after a month, and incomplete copies of dead processes at once', async ({
  home,
}) => {
  await copy(home, 'binaries-aaaaaaaaaaaa', days(31));
  await copy(home, 'binaries-bbbbbbbbbbbb', days(29));
  await copy(home, 'binaries-cccccccccccc.4194305', days(0));
  await copy(home, `binaries-dddddddddddd.${process.pid}`, days(0));
  await copy(home, 'prepared-18.4-1', days(99));
  await removeOldCopies(home);
  expect((await readdir(home)).toSorted()).toEqual([
    'binaries-bbbbbbbbbbbb',
    `binaries-dddddddddddd.${process.pid}`,
    'prepared-18.4-1',
  ]);
});
