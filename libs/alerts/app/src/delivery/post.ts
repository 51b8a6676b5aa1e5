import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublic, publicLookup } from './public-lookup.ts';

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a delivery. Rejects unless the answer has a 2xx status and comes in time. */
export type Post = (posting: Posting) => Promise<void>;

export interface PostOptions {
  /** Milliseconds until the answer must be complete. */
  readonly timeout?: number;
  /** Allows deliveries to this machine and private networks, for development and tests. */
  readonly allowPrivate?: boolean;
}

/** Posts over HTTP. It does not follow redirects and reads only the status of the answer. */
export function postOverHttp({ timeout = 5_000, allowPrivate = false }: PostOptions = {}): Post {
  return async ({ url, headers, body }) => {
    const { protocol, hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && isIP(host) && !isPublic(host))
      throw new Error(`${hostname} is not a public address`);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const send = protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(timeout),
      agent: false,
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    request.once('error', reject);
    // The connection also closes without an error, for example after an answer that switches protocols.
    request.once('close', () => reject(new Error('It did not answer.')));
    request.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.end(body);
    const status = await promise;
    if (status < 200 || status > 299) throw new Error(`It answered ${status}.`);
  };
}
