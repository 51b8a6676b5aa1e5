import { pause } from './until-aborted.ts';

export interface SimulationOptions {
  /** The number of requests. */
  readonly count: number;
  /** Milliseconds between the starts of two requests. */
  readonly delayBetween?: number;
  /** The number of requests that may run at the same time. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

/** The outcome of the requests. Latencies are in milliseconds. */
export interface Simulation<T> {
  readonly results: T[];
  readonly errors: Error[];
  readonly allSucceeded: boolean;
  readonly duration: number;
  readonly latency: Latency;
}

export interface Latency {
  readonly min: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Sends requests and measures each. `fn` gets the number of its request, from 0, and the signal.
 *
 * @example
 * const http = fakeHttp({ get: { '/health': { status: 'ok' } } });
 * const { latency, allSucceeded } = await simulateRequests(() => http.fetch('/health'), {
 *   count: 20,
 *   concurrency: 5,
 * });
 * expect(allSucceeded).toBe(true);
 * expect(latency.p95).toBeLessThanOrEqual(latency.max);
 */
export async function simulateRequests<T>(
  fn: (index: number, signal: AbortSignal | undefined) => T | PromiseLike<T>,
  { count, delayBetween = 0, concurrency = count, signal }: SimulationOptions,
): Promise<Simulation<T>> {
  const start = performance.now();
  const results: T[] = [];
  const errors: Error[] = [];
  const latencies: number[] = [];
  let next = 0;
  let turn = Promise.resolve();
  const work = async () => {
    while (next < count) {
      const index = next++;
      if (index > 0 && delayBetween > 0) await (turn = turn.then(() => pause(delayBetween, signal)));
      signal?.throwIfAborted();
      const began = performance.now();
      try {
        results[index] = await fn(index, signal);
      } catch (error) {
        errors.push(error instanceof Error ? error : new Error(String(error), { cause: error }));
      }
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, count)) }, work));
  const duration = performance.now() - start;
  const answered = results.filter((_, index) => index in results);
  return {
    results: answered,
    errors,
    allSucceeded: errors.length === 0,
    duration,
    latency: latencyOf(latencies),
  };
}

/** Calculates percentiles by the nearest rank, so each is a latency that occurred. */
export function latencyOf(samples: readonly number[]): Latency {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  const mean = sorted.reduce((sum, sample) => sum + sample, 0) / sorted.length;
  return { min: rank(0), mean, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}
