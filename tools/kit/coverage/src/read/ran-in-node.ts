import { stripTypeScriptTypes } from 'node:module';
import { lengthOf } from '../collect/merged-scripts.ts';
import type { CountedScript } from '../collect/counted-script.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Whether it was a file as it is that Node ran: Vite's form of it, in a process that runs a Vitest, bears the same name, and
 * so does a copy in another workspace that was changed there.
 */
export function ranInNode(script: CountedScript, { code }: SourceFile): boolean {
  return lengthOf(script) === code.length + lengthOfNote(script.url);
}

/** What Node stripped of its types names its source at the end. */
function lengthOfNote(url: string): number {
  return url.endsWith('.ts') ? stripTypeScriptTypes('', { sourceUrl: url }).length : 0;
}
