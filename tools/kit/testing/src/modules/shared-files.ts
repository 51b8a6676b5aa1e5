import { dirname } from 'node:path';
import { shared } from '../guards/shared.ts';

/** Where the kit stands: a worker also has it as plain JavaScript. */
const kits = shared('kits', () => new Set<string>());
shareModulesBelow(dirname(import.meta.dirname));

/** Has test files share the modules below a folder, as they share those of this package. */
export function shareModulesBelow(folder: string): void {
  kits.add(`${folder}/`);
}

/** Whether a module, or the line of a stack that is in one, is of a package or of the kit: test files share these. */
export function isSharedFile(path: string): boolean {
  return path.includes('/node_modules/') || [...kits].some((folder) => path.includes(folder));
}
