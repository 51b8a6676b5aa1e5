import type { Tree } from '@nx/devkit';
import { editedFiles } from '../../../lib/edited-files.ts';

/** Throws if the sources of the kit contain uncommitted work: packages replace them. */
export function refuseUnsaved(tree: Tree, folders: readonly string[]): void {
  const edited = folders.flatMap((folder) => editedFiles(tree, folder));
  if (edited.length === 0) return;
  throw new Error(
    `The kit contains uncommitted changes: ${edited.slice(0, 5).join(', ')}. Nothing was written. ` +
      'Expected them to be committed, because packages replace its sources. ' +
      'Run: git add tools && git commit. Or keep the sources: nx g rename --keep-kit',
  );
}
