import { dirname, sep } from 'node:path';
import { shared } from '../../guards/shared.ts';

/** Where this kit stands: a worker has it as Vite serves it and as plain JavaScript, and a program may be observed for several runs. */
const kits = shared('usage-kits', () => new Set<string>());
addKit(dirname(dirname(import.meta.dirname)));

export function addKit(folder: string): void {
  kits.add(folder.endsWith(sep) ? folder : folder + sep);
}

/** For a program, which may run the kit from its sources, too. */
export function knownKits(): string[] {
  return [...kits];
}

/** Whether a file is in one of the given folders of the kit, or in the kit at all. Its own tests are tests like others. */
export function isOfKit(file: string, folders: readonly string[] = []): boolean {
  for (const kit of kits) {
    if (!file.startsWith(kit) || file.endsWith('.spec.ts')) continue;
    if (folders.length === 0 || folders.some((folder) => file.startsWith(folder + sep, kit.length)))
      return true;
  }
  return false;
}
