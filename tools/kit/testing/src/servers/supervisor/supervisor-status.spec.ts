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

describe('the line of supervisors', () => {
  test('begins with nobody', ({ folder }) => {
    expect(supervisorStatus(folder)).toEqual({ generation: 0, alive: false });
  });

  test('lets one of many in', async ({ folder }) => {
    const claims = await Promise.all(Array.from({ length: 16 }, () => claimNext(folder, 0)));
    expect(claims.filter((claim) => claim === 1)).toHaveLength(1);
    expect(claims.filter((claim) => claim === undefined)).toHaveLength(15);
    expect(await readdir(folder)).toEqual(['claim-1.json']);
    expect(supervisorStatus(folder)).toMatchObject({ generation: 1, alive: true });
  });

  test('sends away who slept while the line moved on', async ({ folder }) => {
    for (const generation of [3, 7]) await writeFile(join(folder, `claim-${generation}.json`), '{}');
    expect(await claimNext(folder, 3)).toBeUndefined();
    expect(isLast(folder, 7)).toBe(true);
  });

  test('sends away who slept while it ended and another one began', async ({ folder }) => {
    await writeFile(join(folder, 'claim-1.json'), '{}');
    expect(await claimNext(folder, 3)).toBeUndefined();
    expect(isLast(folder, 1)).toBe(true);
  });

  test('counts with numbers, not with letters', async ({ folder }) => {
    for (const generation of [9, 10]) await writeFile(join(folder, `claim-${generation}.json`), '{}');
    expect(supervisorStatus(folder).generation).toBe(10);
    expect(generationsOf(folder, 'claim')).toEqual([9, 10]);
    expect(generationsOf(folder, 'run')).toEqual([]);
  });

  test('goes by the supervisor once it is there, and by its starter until then', async ({ folder }) => {
    await writeJson(join(folder, 'claim-1.json'), { starter: dead });
    expect(supervisorStatus(folder).alive).toBe(false);
    await writeJson(join(folder, 'owner-1.json'), ownIdentity());
    expect(supervisorStatus(folder).alive).toBe(true);
  });
});
