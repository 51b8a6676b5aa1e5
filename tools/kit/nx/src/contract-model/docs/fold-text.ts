/** Folds white space, emphasis and the final period, so that the same words give the same text. */
export function foldText(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\w*])[*_](?=\S)([^*_]*\S)[*_](?![\w*])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

/**
 * Returns the bullets of a text, or the whole text if it has none. Words before the first bullet are an
 * introduction.
 */
export function bulletsOf(text: string): string[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^\s*(?:[-*+]|\d+[.)])\s+/.test(line) ? [index] : []));
  if (starts.length === 0) return [foldText(text)].filter(Boolean);
  return starts
    .map((start, index) => lines.slice(start, starts[index + 1]).join('\n'))
    .map((bullet) => foldText(endOfBullet(bullet).replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')))
    .filter(Boolean);
}

/** Ends a bullet at the next paragraph, which is prose again. */
function endOfBullet(bullet: string): string {
  return bullet.split(/\n\s*\n/)[0] ?? '';
}
