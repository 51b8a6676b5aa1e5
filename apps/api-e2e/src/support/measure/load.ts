import { Agent, request } from 'node:http';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds within which half, and 99 of 100, were answered. */
  readonly median: number;
  readonly p99: number;
}

export interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Makes the body of each request; without it they are GET. */
  readonly body?: () => string;
  /** The status that each answer must have; a success unless told otherwise. */
  readonly expected?: number;
}

/** Asks as fast as a number of connections can, and measures. */
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
    if (!right) reject(new Error(`${url} answered ${statusCode}`));
    response.resume();
    response.once('end', () => resolve(performance.now() - start));
  });
  sent.end(content);
  return promise;
}
