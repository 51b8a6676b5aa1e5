import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Returns the path of a module beside the calling one, to be run as a program: `.ts` in this workspace, `.js` in the
 * published kit.
 */
export function siblingModule(callerUrl: string, name: string): string {
  const caller = fileURLToPath(callerUrl);
  return fileURLToPath(new URL(`./${name}${extname(caller)}`, callerUrl));
}
