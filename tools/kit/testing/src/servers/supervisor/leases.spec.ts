import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { ownIdentity } from '../process/identity.ts';
import { writeJson } from './json-file.ts';
import { liveLeases, takeLease } from './leases.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-leases-'));
  await mkdir(join(folder, 'leases'));
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

describe('leases', () => {
  test('are live until they are released', async ({ folder }) => {
    const lease = await takeLease(folder);
    const other = await takeLease(folder);
    expect(liveLeases(folder).sort()).toEqual([lease.id, other.id].sort());
    lease.release();
    expect(liveLeases(folder)).toEqual([other.id]);
  });

  test.each([
    ['another process has its id now', { startTime: 'before' }],
    ['the machine was restarted', { bootId: 'before' }],
    ['its process has ended', { pid: 2 ** 30 }],
  ])('lapse when %s', async (_why, difference) => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-leases-'));
    await mkdir(join(folder, 'leases'));
    await writeJson(join(folder, 'leases', '00000001.json'), { ...ownIdentity(), ...difference });
    expect(liveLeases(folder)).toEqual([]);
    expect(await readdir(join(folder, 'leases'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
