import { stripTypeScriptTypes } from 'node:module';
import { lengthOf } from '../collect/merged-scripts.ts';
import type { CountedScript } from '../collect/counted-script.ts';
import type { SourceFile } from './source-file.ts';

/**
 * True if Node ran the file unchanged. A process with a Vitest has Vite's form of the file under the same name, and
 * a copy in another workspace may have been changed there.
 */
export function ranInNode(script: CountedScript, { code }: SourceFile): boolean {
  return lengthOf(script) === code.length + lengthOfNote(script.url);
}

/** Returns the length of the source note that Node appends after stripping types. */
function lengthOfNote(url: string): number {
  return url.endsWith('.ts') ? stripTypeScriptTypes('', { sourceUrl: url }).length : 0;
}
