import { DatabaseProblem } from './problem.ts';
import { type Choice, climb } from './ladder/climb.ts';
import { inheritChoice, passOn } from './ladder/inherit.ts';
import { type Environment, type LadderSettings, readSettings } from './ladder/settings.ts';
import { joinServer } from './supervisor/join-server.ts';
import type { Rung } from './supervisor/server-record.ts';
import { openTestServer, type TestServer } from './test-server.ts';

/**
 * A hold on the test server: the first of TEST_DATABASE_URL, a local server, a container, the embedded binaries.
 * What has to be started is started once per machine, and ends when the last process that holds it is gone.
 */
export async function acquireServer(env: Environment = process.env): Promise<TestServer> {
  const settings = readSettings(env);
  const inherited = await inheritChoice(settings, env);
  return inherited ? take(settings, inherited) : acquireFirst(settings, new Map());
}

/** A container that does not come up is no reason to stop, unless it was asked for. */
async function acquireFirst(settings: LadderSettings, failed: Map<Rung, string>): Promise<TestServer> {
  const choice = await climb(settings, failed);
  try {
    return await take(settings, choice);
  } catch (error) {
    const { rung } = choice.order;
    if (settings.forced || !optional.has(rung) || !(error instanceof DatabaseProblem)) throw error;
    return acquireFirst(settings, failed.set(rung, `${rung} failed: ${error.what.split('\n')[0] ?? ''}`));
  }
}

/** Nobody asked for these: they are taken where they happen to be. */
const optional: ReadonlySet<Rung> = new Set(['local', 'container']);

async function take(settings: LadderSettings, choice: Choice): Promise<TestServer> {
  const joined = await joinServer(choice.order);
  return openTestServer(joined, { instead: choice.instead, environment: await passOn(settings, choice) });
}
