import { readJson, writeJson } from '../supervisor/json-file.ts';
import { noteFile, serverFolder } from '../supervisor/server-folder.ts';
import type { Choice } from './climb.ts';
import { type Environment, type LadderSettings, settingsHash } from './settings.ts';

/** Tells child processes where to find what was chosen. It names a file, so that no password is in the environment. */
const variable = 'VOUCH_TEST_SERVER';

/** The environment to give to processes that shall use the same server without looking for it again. */
export async function passOn(settings: LadderSettings, choice: Choice): Promise<Record<string, string>> {
  await writeJson(await choiceFile(settings, choice.order.key), choice);
  return { [variable]: choice.order.key };
}

/** The choice of a parent process, if it was told the same as we are. */
export async function inheritChoice(settings: LadderSettings, env: Environment): Promise<Choice | undefined> {
  const key = env[variable];
  return key !== undefined && /^[\w.-]+$/.test(key)
    ? readJson<Choice>(await choiceFile(settings, key))
    : undefined;
}

async function choiceFile(settings: LadderSettings, key: string): Promise<string> {
  return noteFile(await serverFolder(key), settingsHash(settings));
}
