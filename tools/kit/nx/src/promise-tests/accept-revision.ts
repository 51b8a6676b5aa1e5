import type { Edit } from './edit-text.ts';
import type { FoundTest } from './found-test.ts';

/** Returns the edit that sets the revision in a person's test and changes nothing else. */
export function acceptRevision({ revisionAt }: FoundTest, revision: string): Edit {
  const isStated = revisionAt.end > revisionAt.start;
  return { ...revisionAt, text: isStated ? `'${revision}'` : `, revision: '${revision}'` };
}
