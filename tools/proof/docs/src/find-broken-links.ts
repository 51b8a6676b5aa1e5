import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The relative links of a document that lead nowhere. */
export function findBrokenLinks(text: string, path: string): string[] {
  const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !existsSync(join(dirname(path), target)));
}
