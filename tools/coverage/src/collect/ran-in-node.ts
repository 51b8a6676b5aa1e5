import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { CountedScript } from './counted-script.ts';

/** Whether Node ran a file as it is. Vite's form of it, in a process that runs a Vitest, bears the same name. */
export function ranInNode({ url, functions }: CountedScript): boolean {
  const length = Math.max(...functions.flatMap(({ ranges }) => ranges.map(({ endOffset }) => endOffset)));
  return length === lengthInNode(url);
}

/** Types are replaced by blanks, and what was stripped names its source at the end. */
function lengthInNode(url: string): number {
  try {
    const { length } = readFileSync(fileURLToPath(url), 'utf8');
    return url.endsWith('.ts') ? length + stripTypeScriptTypes('', { sourceUrl: url }).length : length;
  } catch {
    return Number.NaN;
  }
}
