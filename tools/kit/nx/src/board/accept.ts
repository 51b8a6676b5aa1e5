import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTests } from '../promise-tests/find-tests.ts';
import { quote } from '../generators/lib/quote.ts';
import type { BoardPromise } from './board.ts';

/** Writes the current revision of a promise into its stale tests, and changes nothing else in their files. */
export function acceptTests(root: string, { id, revision, tests }: BoardPromise): string[] {
  const files = [...new Set(tests.filter(({ isStale }) => isStale).map(({ place }) => place.file))];
  for (const file of files) {
    const path = join(root, file);
    writeFileSync(path, withRevision(readFileSync(path, 'utf8'), file, id, revision));
  }
  return files;
}

function withRevision(text: string, file: string, id: string, revision: string): string {
  return findTests(file, text)
    .filter((test) => test.promise === id && !test.isPending && test.revision !== revision)
    .toSorted((one, other) => other.revisionAt.start - one.revisionAt.start)
    .reduce((edited, { revisionAt: { start, end }, revision: earlier }) => {
      const value = earlier === '' ? `, revision: ${quote(revision)}` : quote(revision);
      return edited.slice(0, start) + value + edited.slice(end);
    }, text);
}
