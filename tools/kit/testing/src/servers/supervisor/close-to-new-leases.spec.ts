import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { ownIdentity } from '../process/identity.ts';
import { closeToNewLeases } from './close-to-new-leases.ts';
import { supervisorStatus } from './supervisor-status.ts';
import { writeJson } from './json-file.ts';
import { takeLease } from './leases.ts';

/** The folder of a ready server whose supervisor is this process. */
const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-leases-'));
  onCleanup(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'leases'));
  await writeJson(join(folder, 'claim-1.json'), { starter: ownIdentity() });
  await writeJson(join(folder, 'ready-1.json'), { version: '18.4' });
  return folder;
});

describe('a server without leases', () => {
  test('closes: new processes wait for the next supervisor', async ({ folder }) => {
    expect(await closeToNewLeases(folder, 1)).toBe(true);
    expect(supervisorStatus(folder)).toMatchObject({ alive: true, ready: undefined });
  });

  test('opens again if a lease was taken meanwhile', async ({ folder }) => {
    await takeLease(folder);
    expect(await closeToNewLeases(folder, 1)).toBe(false);
    expect(supervisorStatus(folder).ready).toEqual({ version: '18.4' });
    expect(await readdir(folder)).not.toContain('closed-1.json');
  });

  test('does not open for dead processes', async ({ folder }) => {
    await writeJson(join(folder, 'leases', '00000001.json'), { ...ownIdentity(), startTime: 'before' });
    expect(await closeToNewLeases(folder, 1)).toBe(true);
  });
});
