import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file of a module beside the calling one, to be run by itself: `.ts` here, `.js` where the kit was published. */
export function siblingModule(callerUrl: string, name: string): string {
  const caller = fileURLToPath(callerUrl);
  return fileURLToPath(new URL(`./${name}${extname(caller)}`, callerUrl));
}
