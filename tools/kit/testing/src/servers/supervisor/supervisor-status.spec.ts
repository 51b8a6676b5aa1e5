import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { ownIdentity } from '../process/identity.ts';
import { claimNext, isLast, supervisorStatus } from './supervisor-status.ts';
import { writeJson } from './json-file.ts';
import { generationsOf } from './server-folder.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-generations-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

const dead = { ...ownIdentity(), startTime: 'before' };

describe('the sequence of supervisors', () => {
  test('starts with no supervisor', ({ folder }) => {
    expect(supervisorStatus(folder)).toEqual({ generation: 0, alive: false });
  });

  test('accepts one of several processes', async ({ folder }) => {
    const claims = await Promise.all(Array.from({ length: 16 }, () => claimNext(folder, 0)));
    expect(claims.filter((claim) => claim === 1)).toHaveLength(1);
    expect(claims.filter((claim) => claim === undefined)).toHaveLength(15);
    expect(await readdir(folder)).toEqual(['claim-1.json']);
    expect(supervisorStatus(folder)).toMatchObject({ generation: 1, alive: true });
  });

  test('rejects a process that was suspended while the sequence advanced', async ({ folder }) => {
    for (const generation of [3, 7]) await writeFile(join(folder, `claim-${generation}.json`), '{}');
    expect(await claimNext(folder, 3)).toBeUndefined();
    expect(isLast(folder, 7)).toBe(true);
  });

  test('rejects a process that was suspended while a new sequence began', async ({ folder }) => {
    await writeFile(join(folder, 'claim-1.json'), '{}');
    expect(await claimNext(folder, 3)).toBeUndefined();
    expect(isLast(folder, 1)).toBe(true);
  });

  test('sorts generations as numbers, not as text', async ({ folder }) => {
    for (const generation of [9, 10]) await writeFile(join(folder, `claim-${generation}.json`), '{}');
    expect(supervisorStatus(folder).generation).toBe(10);
    expect(generationsOf(folder, 'claim')).toEqual([9, 10]);
    expect(generationsOf(folder, 'run')).toEqual([]);
  });

  test('depends on the supervisor once it is recorded, and on its starter before', async ({ folder }) => {
    await writeJson(join(folder, 'claim-1.json'), { starter: dead });
    expect(supervisorStatus(folder).alive).toBe(false);
    await writeJson(join(folder, 'owner-1.json'), ownIdentity());
    expect(supervisorStatus(folder).alive).toBe(true);
  });
});
