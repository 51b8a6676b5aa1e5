/** What some work comes to, and how long it took, in words. */
export async function timed<T>(work: () => Promise<T>): Promise<[result: T, took: string]> {
  const begin = performance.now();
  const result = await work();
  return [result, `${Math.round(performance.now() - begin)} ms`];
}
