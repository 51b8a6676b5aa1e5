export interface Part {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/** Most pairs of words to compare. Longer texts are shown as replaced where they differ. */
const maxPairs = 4_000_000;

/** Compares two texts word by word. The parts in order, without those added, are the text before. */
export function wordDifference(before: string, after: string): Part[] {
  const [old, current] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && old[start] === current[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, current.length) - start && old.at(-1 - end) === current.at(-1 - end))
    end += 1;
  const middle = compare(old.slice(start, old.length - end), current.slice(start, current.length - end));
  const same = (words: readonly string[]): Part[] => words.map((text) => ({ text, change: 'same' }));
  return joined([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function compare(old: readonly string[], current: readonly string[]): Part[] {
  const parts: Part[] = [];
  const lengths = old.length * current.length > maxPairs ? undefined : commonLengths(old, current);
  let [i, j] = [0, 0];
  while (i < old.length || j < current.length) {
    const isSame = lengths !== undefined && i < old.length && old[i] === current[j];
    const isRemoved = i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1);
    if (isSame) parts.push({ text: old[i] ?? '', change: 'same' });
    else if (isRemoved || j === current.length) parts.push({ text: old[i] ?? '', change: 'removed' });
    else parts.push({ text: current[j] ?? '', change: 'added' });
    const { change } = parts.at(-1) as Part;
    if (change !== 'added') i += 1;
    if (change !== 'removed') j += 1;
  }
  return parts;
}

/** Lengths of the longest common subsequence of the rest from each pair of positions. */
function commonLengths(old: readonly string[], current: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(current.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = current.length - 1; j >= 0; j -= 1)
      (rows[i] as Uint32Array)[j] =
        old[i] === current[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
  return rows;
}

function at(rows: readonly Uint32Array[] | undefined, i: number, j: number): number {
  return rows?.[i]?.[j] ?? 0;
}

/** Joins neighbours with the same change. */
function joined(parts: readonly Part[]): Part[] {
  const joint: Part[] = [];
  for (const { text, change } of parts) {
    const last = joint.at(-1);
    if (last?.change === change) joint[joint.length - 1] = { text: last.text + text, change };
    else joint.push({ text, change });
  }
  return joint;
}
