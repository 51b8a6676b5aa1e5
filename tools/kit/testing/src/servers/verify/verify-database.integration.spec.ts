import { describe, expect, test, vi } from 'vitest';
import { verifyDatabase } from './verify-database.ts';

const nowhere = {
  PGPORT: '1',
  TEST_REDIS_PORT: '1',
  PATH: '',
  DOCKER_HOST: 'unix:///nonexistent/docker.sock',
};

async function verify(env: Record<string, string>): Promise<{ ok: boolean | undefined; text: string }> {
  let ok: boolean | undefined;
  const lines: string[] = [];
  for await (const line of verifyDatabase({ ...nowhere, ...env }, (isReady) => (ok = isReady)))
    lines.push(line);
  return { ok, text: lines.join('\n') };
}

describe('verify-database', () => {
  test('lists every source, tries the one that a run would use, and cleans up', async () => {
    const { ok, text } = await verify({});
    expect(text).toMatch(
      / {4}url +no TEST_DATABASE_URL\n {4}local +no server .*\n {4}container +no .*\n {2}→ embedded +from npm/,
    );
    expect(text).toMatch(/✓ PostgreSQL \S+ · embedded/);
    expect(text).toContain('✓ the application role is subject to row-level security');
    expect(text).toContain('✓ the databases are dropped');
    expect(text).toContain('PostgreSQL is ready for your tests.');
    expect(ok).toBe(true);
  });

  test('reports the problem and the fix', async () => {
    const { ok, text } = await verify({ TEST_DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:1/x' });
    expect(text).toContain('→ url       requested, but cannot be used');
    expect(text).toContain('✗ No server listens at 127.0.0.1:1');
    expect(text).toContain('→ Start the server there, or correct the address.');
    expect(text).not.toContain('s3cret');
    expect(ok).toBe(false);
  });

  test.runIf(process.platform === 'linux')(
    'names the folder that is not writable',
    { meta: { skipReason: 'only Linux has /sys' } },
    async ({ onTestFinished }) => {
      vi.stubEnv('TMPDIR', '/sys');
      onTestFinished(() => void vi.unstubAllEnvs());
      const { ok, text } = await verify({ TEST_DATABASE: 'embedded' });
      expect(text).toMatch(/✗ No permission to write to a folder: .*\/sys\/vouch-/);
      expect(text).toContain('→ Check ls -ld /sys, or set TMPDIR to a folder that you can write to.');
      expect(ok).toBe(false);
    },
  );

  test('shows that other sources were not probed when one was requested', async () => {
    const { text } = await verify({ TEST_DATABASE: 'container' });
    expect(text).toMatch(/local +not requested/);
    expect(text).toContain('✗ No container engine runs at unix:///nonexistent/docker.sock');
  });

  test('does not count a missing Redis as a failure', async () => {
    const { ok, text } = await verify({});
    expect(text).toContain('✗ No server is available: no TEST_REDIS_URL');
    expect(text).toContain('→ Install one (apt install redis-server');
    expect(ok).toBe(true);
  });
});
