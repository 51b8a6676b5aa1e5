import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test as base, vi } from 'vitest';
import { readyBinaries } from './binaries.ts';
import { locateNativeFolder } from './locate-package.ts';

/** As npm installs the package. */
async function copyPackage(to: string): Promise<void> {
  await cp(dirname(locateNativeFolder()), to, { recursive: true, verbatimSymlinks: true });
}

/** A checkout that only its owner can enter, with its own temporary folder. */
const test = base.extend('checkout', async ({}, { onCleanup }) => {
  const temporary = await mkdtemp(join(tmpdir(), 'vouch-binaries-'));
  // Removes the copies for the server's user with it.
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
  test('run from one copy that installations do not change', async ({ checkout }) => {
    const { postgres, version } = await readyBinaries();
    expect(version).toMatch(/^\d+\.\d+/);
    expect(postgres).toMatch(/binaries-[0-9a-f]{12}\/native\/bin\/postgres$/);
    expect(postgres).not.toContain('node_modules');
    await copyPackage(checkout);
    expect(await readyBinaries(join(checkout, 'native'))).toMatchObject({ postgres });
  });

  test('are restored when a cleaner has deleted files of the copy', async ({ checkout: _own }) => {
    const { postgres } = await readyBinaries();
    const zone = join(dirname(postgres), '../share/postgresql/timezone/Asia/Kathmandu');
    await rm(zone);
    await readyBinaries();
    expect(existsSync(zone)).toBe(true);
  });

  test('of an interrupted installation go into a separate copy', async ({ checkout }) => {
    await copyPackage(checkout);
    const zone = 'share/postgresql/timezone/Asia/Kathmandu';
    await rm(join(checkout, 'native', zone));
    const [half, whole] = [await readyBinaries(join(checkout, 'native')), await readyBinaries()];
    expect(half.postgres).not.toBe(whole.postgres);
    expect(existsSync(join(dirname(whole.postgres), '..', zone))).toBe(true);
  });

  test.runIf(process.getuid?.() === 0)(
    'can be run by the server’s user if only root can read the checkout',
    { meta: { skipReason: 'only root can have a checkout that the server’s user cannot reach' } },
    async ({ checkout }) => {
      await copyPackage(checkout);
      await promisify(execFile)('chmod', ['-R', 'go=', checkout]);
      const { postgres, user } = await readyBinaries(join(checkout, 'native'));
      expect(user?.uid).not.toBe(0);
      expect((await stat(postgres)).mode & 0o777).toBe(0o755);
      expect((await stat(join(checkout, 'native/bin/postgres'))).mode & 0o777).toBe(0o700);
    },
  );

  test('that do not run on this machine are reported with the fix', async ({ checkout }) => {
    const native = join(checkout, 'native');
    await mkdir(join(native, 'bin'), { recursive: true });
    await writeFile(join(checkout, 'package.json'), '{ "version": "0" }');
    await writeFile(join(native, 'pg-symlinks.json'), '[]');
    await expect(readyBinaries(native)).rejects.toMatchObject({
      code: 'binaries-broken',
      what: expect.stringContaining(native) as string,
      fix: expect.stringContaining('TEST_DATABASE_URL') as string,
    });
  });
});
