import { Agent, request } from 'node:http';

/** The throughput and the response times that `load` measured. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds within which half of the requests, and 99 of 100, had their response. */
  readonly median: number;
  readonly p99: number;
}

/** The request that `load` repeats. */
export interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Creates the body of each request, which is a POST then; without it each is a GET. */
  readonly body?: () => string;
  /** The status that each response must have; by default any below 300. */
  readonly expected?: number;
}

/**
 * Sends a number of requests as fast as the connections allow, and measures the responses.
 *
 * @example
 * const { perSecond, p99 } = await load({ url: `${api.address}/health`, headers: {} }, 1_000);
 */
export async function load(call: Call, count: number, connections = 16): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) times.push(await timed(call, agent));
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const within = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { perSecond: count / seconds, median: within(0.5), p99: within(0.99) };
}

function timed({ url, headers, body, expected }: Call, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const content = body?.();
  const start = performance.now();
  const sent = request(url, {
    method: content === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(content === undefined ? {} : { 'content-type': 'application/json' }) },
    agent,
  });
  sent.once('error', reject);
  sent.once('response', (response) => {
    const { statusCode = 0 } = response;
    const right = expected === undefined ? statusCode < 300 : statusCode === expected;
    if (!right)
      reject(new Error(`${url} answered ${statusCode}, expected ${expected ?? 'a status below 300'}.`));
    response.resume();
    response.once('end', () => resolve(performance.now() - start));
  });
  sent.end(content);
  return promise;
}
