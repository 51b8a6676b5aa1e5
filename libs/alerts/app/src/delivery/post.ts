import { lookup as resolveName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

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

/** Resolves names, but rejects addresses of this machine and private networks: tenants must not reach those. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    const [address] = addresses.filter(({ address: candidate }) => isPublic(candidate));
    if (!address) return done(new Error(`${hostname} is not a public address`), '', 0);
    return options.all ? done(null, [address]) : done(null, address.address, address.family);
  });
};

/** Returns whether an IP address is public. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const family = isIP(mapped ?? address) === 6 ? 'ipv6' : 'ipv4';
  return isIP(address) !== 0 && !reserved.check(mapped ?? address, family);
}

const reserved = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  reserved.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  reserved.addSubnet(net, prefix, 'ipv6');
}
