/** Returns the median of several measurements in milliseconds: the one figure that stays usable on a noisy machine. */
export async function medianTime(runs: number, measured: () => Promise<unknown>): Promise<number> {
  const [time = Number.NaN] = await medianTimes(runs, [measured]);
  return time;
}

/** Measures several candidates in turn, so that noise affects all alike. */
export async function medianTimes(
  runs: number,
  all: readonly (() => Promise<unknown>)[],
): Promise<readonly number[]> {
  const times = all.map((): number[] => []);
  for (let run = 0; run < runs; run += 1)
    for (const [index, measured] of all.entries()) times[index]?.push(await timeOf(measured));
  return times.map(median);
}

async function timeOf(measured: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await measured();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}

export function times(slow: number, fast: number): string {
  return `${(slow / fast).toFixed(1)} ×`;
}
