import { chmod, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { isOpenToAll, ownFolder } from './folders.ts';

const test = base.extend('parent', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-folders-'));
  await chmod(folder, 0o755);
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

describe('a private folder under a shared one', () => {
  test('is created for this user only, by several processes at once', async ({ parent }) => {
    const folder = join(parent, 'own');
    await Promise.all(Array.from({ length: 8 }, () => ownFolder(folder)));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('is rejected if others can enter it', async ({ parent }) => {
    const folder = join(parent, 'open');
    await mkdir(folder, { mode: 0o755 });
    await expect(ownFolder(folder)).rejects.toMatchObject({
      code: 'unsafe-folder',
      fix: expect.stringContaining(`rm -rf ${folder}`) as string,
    });
  });

  test('is rejected if it belongs to another user', { tags: ['slow'] }, async ({ parent }) => {
    const folder = join(parent, 'theirs');
    await mkdir(folder, { mode: 0o700 });
    await expect(ownFolder(folder, 4711)).rejects.toMatchObject({ code: 'unsafe-folder' });
  });

  test('is rejected if it is a link', async ({ parent }) => {
    await mkdir(join(parent, 'elsewhere'), { mode: 0o700 });
    await symlink(join(parent, 'elsewhere'), join(parent, 'link'));
    await expect(ownFolder(join(parent, 'link'))).rejects.toMatchObject({ code: 'unsafe-folder' });
  });
});

describe('whether every user can enter a folder', () => {
  test('depends on all folders above it', async ({ parent }) => {
    await mkdir(join(parent, 'a/b'), { recursive: true, mode: 0o755 });
    expect(await isOpenToAll(join(parent, 'a/b'))).toBe(true);
    await chmod(join(parent, 'a'), 0o700);
    expect(await isOpenToAll(join(parent, 'a/b'))).toBe(false);
  });
});
