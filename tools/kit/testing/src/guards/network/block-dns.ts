import dns from 'node:dns';
import { isAllowedHost } from './is-loopback.ts';
import { type NetworkError, blockedNetworkError } from './network-error.ts';

type Method = (this: unknown, name: string, ...rest: unknown[]) => unknown;
type Methods = Record<string, unknown>;
type Refuse = (error: NetworkError, rest: unknown[]) => unknown;

/** Rejects lookups of other machines' names: with callbacks, promises and resolver objects. */
export function blockDns(): void {
  const callBack: Refuse = (error, rest) => {
    const callback = rest.at(-1);
    if (typeof callback === 'function') process.nextTick(callback, error);
    return {};
  };
  const reject: Refuse = (error) => Promise.reject(error);
  for (const methods of [dns, dns.Resolver.prototype]) block(methods as unknown as Methods, callBack);
  for (const methods of [dns.promises, dns.promises.Resolver.prototype])
    block(methods as unknown as Methods, reject);
}

function block(methods: Methods, refuse: Refuse): void {
  const names = Reflect.ownKeys(methods).filter((key) =>
    /^(?:lookup|reverse|resolve\w*)$/.test(String(key)),
  ) as string[];
  for (const name of names) {
    const original = methods[name];
    if (typeof original === 'function') methods[name] = guarded(original as Method, refuse);
  }
}

function guarded(original: Method, refuse: Refuse): Method {
  return Object.assign(function (this: unknown, name: string, ...rest: unknown[]): unknown {
    const error = isAllowedHost(name) ? undefined : blockedNetworkError(name, 'look up');
    return error ? refuse(error, rest) : original.call(this, name, ...rest);
  }, original);
}
