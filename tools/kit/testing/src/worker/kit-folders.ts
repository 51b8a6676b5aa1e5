import { dirname, sep } from 'node:path';
import { oncePerWorker } from './once-per-worker.ts';

/**
 * The folders of the kit's code in this process. `own` holds the copies of this package: a worker has its sources and a copy in plain
 * JavaScript, and a program may be observed for several runs. `others` holds other packages of the kit.
 */
const kit = oncePerWorker('kit-folders', () => ({ own: new Set<string>(), others: new Set<string>() }));
addKitFolder(dirname(import.meta.dirname));

/** Registers a folder that holds a copy of this package. */
export function addKitFolder(folder: string): void {
  kit.own.add(folder);
}

/** Makes test files share the modules below a folder, as they share those of this package. */
export function shareModulesBelow(folder: string): void {
  kit.others.add(folder);
}

/** Lists the copies of this package, to be passed to a program that may run the kit as well. */
export function ownKitFolders(): string[] {
  return [...kit.own];
}

/**
 * Returns whether a file is in this package, or in the given folders of it. Test files of the kit count as tests, not
 * as kit.
 */
export function isKitFile(file: string, folders: readonly string[] = []): boolean {
  for (const own of kit.own) {
    if (!file.startsWith(own + sep) || file.endsWith('.spec.ts')) continue;
    if (folders.length === 0 || folders.some((folder) => file.startsWith(folder + sep, own.length + 1)))
      return true;
  }
  return false;
}

/**
 * Returns whether a module, or the module in a line of a stack, belongs to a package or to the kit: test files share
 * these.
 */
export function isSharedFile(path: string): boolean {
  return (
    path.includes('/node_modules/') ||
    [...kit.own, ...kit.others].some((folder) => path.includes(`${folder}/`))
  );
}
