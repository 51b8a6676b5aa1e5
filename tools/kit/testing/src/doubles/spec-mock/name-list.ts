/** Lists names for an error message, similar ones first. */
export function nameList(known: readonly string[], wrong: string): string {
  if (known.length === 0) return 'none';
  return known.toSorted((a, b) => distance(a, wrong) - distance(b, wrong)).join(', ');
}

/** Calculates the number of letters to change: Levenshtein's distance. */
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
