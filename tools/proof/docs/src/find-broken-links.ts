import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the relative links of a document that do not exist. */
export function findBrokenLinks(text: string, path: string): string[] {
  const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !existsSync(join(dirname(path), target)));
}
