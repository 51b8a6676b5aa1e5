import { writeJson, readJson } from '../supervisor/json-file.ts';
import { join } from 'node:path';
import { serverFolder } from '../supervisor/server-folder.ts';
import type { Choice } from './climb.ts';
import { type LadderSettings, settingsHash } from './settings.ts';

/** Tells child processes where to find what was chosen. It names a file, so that no password is in the environment. */
const variable = 'VOUCH_TEST_SERVER';

/** Lets the processes that this one starts use the same server without looking for it again. */
export async function passOn(settings: LadderSettings, choice: Choice): Promise<void> {
  const name = `choice-${settingsHash(settings)}.json`;
  await writeJson(join(await serverFolder(choice.order.key), name), choice);
  process.env[variable] = choice.order.key;
}

/** The choice of a parent process, if it was told the same as we are. */
export async function inheritChoice(settings: LadderSettings): Promise<Choice | undefined> {
  const key = process.env[variable];
  if (key === undefined || !/^[\w.-]+$/.test(key)) return undefined;
  return readJson<Choice>(join(await serverFolder(key), `choice-${settingsHash(settings)}.json`));
}
