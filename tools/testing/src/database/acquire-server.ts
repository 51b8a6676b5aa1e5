import { DatabaseProblem } from './problem.ts';
import { climb } from './ladder/climb.ts';
import { inheritChoice, passOn } from './ladder/inherit.ts';
import { type LadderSettings, readSettings } from './ladder/settings.ts';
import { joinServer } from './supervisor/join-server.ts';
import type { Rung } from './supervisor/server-record.ts';
import { openTestServer, type TestServer } from './test-server.ts';

/**
 * A hold on the test server: the first of TEST_DATABASE_URL, a local server, a container, the embedded binaries.
 * What has to be started is started once per machine, and ends when the last process that holds it is gone.
 */
export async function acquireServer(): Promise<TestServer> {
  const settings = readSettings(process.env);
  const inherited = await inheritChoice(settings);
  if (inherited) return openTestServer(await joinServer(inherited.order), inherited.instead);
  return acquireFirst(settings, new Map());
}

/** A container that does not come up is no reason to stop, unless it was asked for. */
async function acquireFirst(settings: LadderSettings, failed: Map<Rung, string>): Promise<TestServer> {
  const choice = await climb(settings, failed);
  try {
    const joined = await joinServer(choice.order);
    await passOn(settings, choice);
    return await openTestServer(joined, choice.instead);
  } catch (error) {
    const { rung } = choice.order;
    if (settings.forced || (rung !== 'local' && rung !== 'container') || !(error instanceof DatabaseProblem))
      throw error;
    return acquireFirst(settings, failed.set(rung, `${rung} failed: ${error.what.split('\n')[0] ?? ''}`));
  }
}
