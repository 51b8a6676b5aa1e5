import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that every result depends on. */
export const commonFiles = ['nx.json', 'package-lock.json', 'vitest.config.ts'];

/** Returns the hashes of files by their paths. A file that does not exist has one, too. */
export function hashFiles(root: string, paths: Iterable<string>): Map<string, string> {
  return new Map([...new Set(paths)].map((path) => [path, hashOf(contentOf(join(root, path)))]));
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'missing';
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
