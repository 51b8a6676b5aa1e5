import { readJson, writeJson } from '../supervisor/json-file.ts';
import { noteFile, pathOfServer } from '../supervisor/server-folder.ts';
import type { ServerChoice } from './first-available.ts';
import type { ServerSources } from './server-sources.ts';
import type { Environment } from './source-settings.ts';

/** Returns variables that make child processes use the same server. They name a file and contain no password. */
export async function passToChildren(
  { hash, variable }: ServerSources,
  choice: ServerChoice,
): Promise<Record<string, string>> {
  await writeJson(noteFile(await pathOfServer(choice.order.key), hash), choice);
  return { [variable]: choice.order.key };
}

/** Returns the choice of a parent process if it had the same settings. */
export async function inheritedChoice(
  { hash, variable }: ServerSources,
  env: Environment,
): Promise<ServerChoice | undefined> {
  const key = env[variable];
  if (key === undefined || !/^[\w.-]+$/.test(key)) return undefined;
  return readJson<ServerChoice>(noteFile(await pathOfServer(key), hash));
}
