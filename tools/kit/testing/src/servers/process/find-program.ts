import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Returns the path of the first of the programs that is on the PATH. */
export function findProgram(path: string, ...programs: string[]): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = path.split(delimiter).filter(Boolean);
  return programs
    .flatMap((program) => folders.map((folder) => join(folder, program + suffix)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
