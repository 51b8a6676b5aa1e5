import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { createLibraryLinks } from './library-links.ts';

const test = base.extend('native', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-links-'));
  onCleanup(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'native/lib'), { recursive: true });
  await writeFile(join(folder, 'native/lib/libpq.so.5.18'), '');
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
  ];
  await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
  return join(folder, 'native');
});

describe('the links between the libraries', () => {
  test('are created as relative links, without other files', async ({ native }) => {
    await createLibraryLinks(native);
    expect(await readdir(join(native, 'lib'))).toEqual(['libpq.so', 'libpq.so.5', 'libpq.so.5.18']);
    expect(await readlink(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  });

  test('can be created by several processes at once, and again', async ({ native }) => {
    await Promise.all(Array.from({ length: 16 }, () => createLibraryLinks(native)));
    await createLibraryLinks(native);
    expect(await readdir(join(native, 'lib'))).toHaveLength(3);
  });

  test('are not needed if the package lists none', async ({ native }) => {
    await rm(join(native, 'pg-symlinks.json'));
    await createLibraryLinks(native);
    expect(await readdir(join(native, 'lib'))).toEqual(['libpq.so.5.18']);
  });
});
