import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { postgresLadder } from '../../src/database/ladder/postgres-ladder.ts';
import { readSettings } from '../../src/database/ladder/settings.ts';
import { filesBelow } from '../files-below.ts';
import { siblingModule } from '../../src/database/process/sibling-module.ts';
import type { Rung } from '../../src/database/supervisor/server-record.ts';

export interface StartTime {
  readonly rung: Rung;
  /** `first`: never before on this machine; `warm`: again; `joined`: while another run holds the server. */
  readonly kind: 'first' | 'warm' | 'joined';
  /** From asking for the server to the answer to the first query, in ms. */
  readonly ms: number;
}

export interface StartTimesOptions {
  readonly rounds?: number;
  /** By default every rung that is there. */
  readonly rungs?: readonly Rung[];
}

/** How long it is to the first query on each rung that is there, as somebody finds it who has never run a test here. */
export async function* startTimes({ rounds = 5, rungs }: StartTimesOptions = {}): AsyncGenerator<StartTime> {
  for (const rung of rungs ?? (await rungsThere())) {
    const temporary = await mkdtemp(join(tmpdir(), 'vouch-start-'));
    // open, so that the server's user finds it: else what is prepared would be taken from the common folder
    await chmod(temporary, 0o755);
    try {
      for (let round = 0; round <= rounds; round += 1) {
        const { begun, joined } = await measure(rung, temporary);
        yield { rung, kind: round === 0 ? 'first' : 'warm', ms: begun };
        yield { rung, kind: 'joined', ms: joined };
      }
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
}

async function rungsThere(): Promise<Rung[]> {
  const { rungs } = postgresLadder(readSettings({ ...process.env, TEST_DATABASE: undefined }));
  const there: Rung[] = [];
  for (const [rung, look] of rungs) if ((await look()).found) there.push(rung);
  return there;
}

async function measure(rung: Rung, temporary: string): Promise<{ begun: number; joined: number }> {
  const env = { ...process.env, TEST_DATABASE: rung, TMPDIR: temporary };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [siblingModule(import.meta.url, 'measure-start')],
    {
      env,
    },
  );
  await untilEnded(temporary);
  return JSON.parse(stdout) as { begun: number; joined: number };
}

/** The next round must find no server: its supervisor takes the folder away when it ends. */
async function untilEnded(temporary: string): Promise<void> {
  while (filesBelow(temporary).some((name) => /servers\/./.test(name))) {
    await delay(50);
  }
}
