import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test as base, vi } from 'vitest';
import { readyBinaries } from './binaries.ts';
import { locateNativeFolder } from './locate-package.ts';

/** A checkout that only its owner can walk into, with the temporary folder of a machine of its own. */
const test = base.extend('checkout', async ({}, { onCleanup }) => {
  const temporary = await mkdtemp(join(tmpdir(), 'vouch-binaries-'));
  // what is copied for the server's user goes with it
  await chmod(temporary, 0o755);
  vi.stubEnv('TMPDIR', temporary);
  onCleanup(async () => {
    vi.unstubAllEnvs();
    await rm(temporary, { recursive: true });
  });
  const checkout = join(temporary, 'checkout');
  await mkdir(checkout, { mode: 0o700 });
  return checkout;
});

describe('the programs of PostgreSQL', { tags: ['slow'] }, () => {
  test('run where they are', async () => {
    const { postgres, version } = await readyBinaries();
    expect(postgres).toContain(locateNativeFolder());
    expect(version).toMatch(/^\d+\.\d+/);
  });

  test.runIf(process.getuid?.() === 0)(
    'are copied, once, where the server’s user cannot reach the checkout',
    { meta: { skipReason: 'only root has a checkout that the server’s user cannot reach' } },
    async ({ checkout }) => {
      const native = join(checkout, 'native');
      await cp(dirname(locateNativeFolder()), checkout, { recursive: true, verbatimSymlinks: true });
      const { postgres, version, user } = await readyBinaries(native);
      expect(user?.uid).not.toBe(0);
      expect(postgres.startsWith(checkout)).toBe(false);
      expect(postgres).toMatch(/binaries-[0-9a-f]{8}\/native\/bin\/postgres$/);
      expect(await readyBinaries(native)).toMatchObject({ postgres, version });
    },
  );

  test('that do not run on this machine are named, with what to do instead', async ({ checkout }) => {
    const native = join(checkout, 'native');
    await mkdir(join(native, 'bin'), { recursive: true });
    await writeFile(join(checkout, 'package.json'), '{ "version": "0" }');
    await writeFile(join(native, 'pg-symlinks.json'), '[]');
    await expect(readyBinaries(native)).rejects.toMatchObject({
      code: 'binaries-broken',
      what: expect.stringContaining(native) as string,
      remedy: expect.stringContaining('TEST_DATABASE_URL') as string,
    });
  });
});
