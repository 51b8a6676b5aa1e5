import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { postgresSources } from '../../src/servers/sources/postgres-sources.ts';
import { readSettings } from '../../src/servers/sources/source-settings.ts';
import { filesBelow } from '../files-below.ts';
import { siblingModule } from '../../src/servers/process/sibling-module.ts';
import type { SourceName } from '../../src/servers/model/server-record.ts';

export interface StartTime {
  readonly source: SourceName;
  /** `first`: for the first time on this machine; `warm`: again; `joined`: while another run holds the server. */
  readonly kind: 'first' | 'warm' | 'joined';
  /** From the request for a server to the answer to the first query, in ms. */
  readonly ms: number;
}

export interface StartTimesOptions {
  readonly rounds?: number;
  /** By default every available source. */
  readonly sources?: readonly SourceName[];
}

/** Measures the time to the first query on each available source, starting on a machine that never ran a test. */
export async function* startTimes({
  rounds = 5,
  sources,
}: StartTimesOptions = {}): AsyncGenerator<StartTime> {
  for (const source of sources ?? (await availableSources())) {
    const temporary = await mkdtemp(join(tmpdir(), 'vouch-start-'));
    // Opens the folder to the server's user, or prepared data would come from the common folder.
    await chmod(temporary, 0o755);
    try {
      for (let round = 0; round <= rounds; round += 1) {
        const { begun, joined } = await measure(source, temporary);
        yield { source, kind: round === 0 ? 'first' : 'warm', ms: begun };
        yield { source, kind: 'joined', ms: joined };
      }
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
}

async function availableSources(): Promise<SourceName[]> {
  const { candidates } = postgresSources(readSettings({ ...process.env, TEST_DATABASE: undefined }));
  const there: SourceName[] = [];
  for (const [source, probe] of candidates) if ((await probe()).found) there.push(source);
  return there;
}

async function measure(source: SourceName, temporary: string): Promise<{ begun: number; joined: number }> {
  const env = { ...process.env, TEST_DATABASE: source, TMPDIR: temporary };
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

/** Waits until no server is left: its supervisor removes the folder when it ends. */
async function untilEnded(temporary: string): Promise<void> {
  while (filesBelow(temporary).some((name) => /servers\/./.test(name))) {
    await delay(50);
  }
}
