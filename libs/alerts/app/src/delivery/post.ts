import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublic, publicLookup } from './public-lookup.ts';

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a delivery. Whatever does not end with 2xx in time is an error. */
export type Post = (posting: Posting) => Promise<void>;

export interface PostOptions {
  /** Milliseconds until the answer has to be there, whole. */
  readonly patience?: number;
  /** Lets deliveries go to this machine and private networks: for development and tests. */
  readonly allowPrivate?: boolean;
}

/** Posts over HTTP. Redirects are not followed and answers not read: only their status counts. */
export function postOverHttp({ patience = 5_000, allowPrivate = false }: PostOptions = {}): Post {
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
      signal: AbortSignal.timeout(patience),
      agent: false,
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    request.once('error', reject);
    // Also without an error, as after an answer that switches protocols.
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
