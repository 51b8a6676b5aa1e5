/** Names for an error message, those that resemble the wrong one first. */
export function nameList(known: readonly string[], wrong: string): string {
  if (known.length === 0) return 'none at all';
  return known.toSorted((a, b) => distance(a, wrong) - distance(b, wrong)).join(', ');
}

/** How many letters have to be changed: Levenshtein's distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
