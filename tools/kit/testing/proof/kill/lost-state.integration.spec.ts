import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../../src/async/eventually.ts';
import { reachedIn, stageVariable } from './wait-at-stage.ts';
import { leftovers, tracesIn } from './leftovers.ts';

test(
  'a server ends after a cleaner of temporary folders removed its leases',
  { tags: ['slow'] },
  async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'vouch-lost-'));
    const env = { ...process.env, TMPDIR: temporary, TEST_DATABASE: 'embedded', [stageVariable]: 'test' };
    const subject = new URL('./subject.ts', import.meta.url).pathname;
    const run = spawn(process.execPath, [subject], { env, detached: true, stdio: 'ignore' });
    await eventually(() => expect(reachedIn(temporary)).toBeDefined());
    const { supervisors, folders } = tracesIn(temporary);
    expect(folders).toHaveLength(1);
    await rm(temporary, { recursive: true });
    process.kill(-run.pid!, 'SIGKILL');
    await once(run, 'exit');
    const empty = await mkdtemp(join(tmpdir(), 'vouch-lost-'));
    await eventually(() => expect(leftovers(empty, { supervisors, folders })).toEqual([]), {
      timeout: 5_000,
    });
    await rm(empty, { recursive: true });
  },
);
