import { Agent, request } from 'node:http';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds within which half, and 99 of 100, were answered. */
  readonly median: number;
  readonly worst: number;
}

/** Asks for the address as fast as a number of connections can, and measures. */
export async function load(
  url: string,
  headers: Record<string, string>,
  count: number,
  connections = 16,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) times.push(await timed(url, headers, agent));
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: count / seconds,
    median: times[times.length >> 1] ?? 0,
    worst: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

function timed(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    request(url, { headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume();
      response.once('end', () => resolve(performance.now() - start));
    })
      .once('error', reject)
      .end();
  });
}
