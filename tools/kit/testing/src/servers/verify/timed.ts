/** Runs work and measures it. */
export async function timed<T>(work: () => Promise<T>): Promise<[result: T, took: string]> {
  const begin = performance.now();
  const result = await work();
  return [result, `${Math.round(performance.now() - begin)} ms`];
}
