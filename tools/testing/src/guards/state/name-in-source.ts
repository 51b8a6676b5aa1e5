import { readFileSync } from 'node:fs';

/**
 * Whether a test file names something itself. What libraries leave while they are loaded stays, for they are not loaded again; what
 * the file itself names is its own doing.
 */
export function nameInSource(filepath: string, name: PropertyKey): boolean {
  return typeof name === 'string' && readFileSync(filepath, 'utf8').includes(name);
}
