import { readJson, writeJson } from '../supervisor/json-file.ts';
import { noteFile, pathOfServer } from '../supervisor/server-folder.ts';
import type { Choice } from './climb.ts';
import type { Ladder } from './ladder.ts';
import type { Environment } from './settings.ts';

/** The environment to give to processes that shall use the same server. It names a file, so it holds no password. */
export async function passOn({ hash, variable }: Ladder, choice: Choice): Promise<Record<string, string>> {
  await writeJson(noteFile(await pathOfServer(choice.order.key), hash), choice);
  return { [variable]: choice.order.key };
}

/** The choice of a parent process, if it was told the same as we are. */
export async function inheritChoice(
  { hash, variable }: Ladder,
  env: Environment,
): Promise<Choice | undefined> {
  const key = env[variable];
  if (key === undefined || !/^[\w.-]+$/.test(key)) return undefined;
  return readJson<Choice>(noteFile(await pathOfServer(key), hash));
}
