import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptRevision } from '../promise-tests/accept-revision.ts';
import { editText } from '../promise-tests/edit-text.ts';
import { findTests } from '../promise-tests/find-tests.ts';
import type { BoardPromise } from './board.ts';

/** Writes the current revision of a promise into its stale tests. Returns the changed files. */
export function acceptTests(root: string, promise: BoardPromise): string[] {
  const stale = promise.tests.filter(({ isStale }) => isStale);
  const files = [...new Set(stale.map(({ place }) => place.file))];
  for (const file of files) {
    const path = join(root, file);
    writeFileSync(path, withRevision(readFileSync(path, 'utf8'), promise));
  }
  return files;
}

/** Sets the revision in the tests of a promise and changes nothing else. */
export function withRevision(text: string, { id, revision }: Pick<BoardPromise, 'id' | 'revision'>): string {
  const stale = findTests('', text).filter(
    (test) => test.promise === id && !test.isPending && test.revision !== revision,
  );
  return editText(
    text,
    stale.map((test) => acceptRevision(test, revision)),
  );
}
