import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether one of the programs can be run by its bare name. */
export function onPath(...programs: string[]): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return programs.some((program) => folders.some((folder) => runnable(join(folder, program + suffix))));
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
