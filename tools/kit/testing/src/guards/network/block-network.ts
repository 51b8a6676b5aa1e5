import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { blockDns } from './block-dns.ts';
import { guardChildren } from './child-network.ts';
import { isAllowedHost } from './is-loopback.ts';
import { type NetworkError, blockedNetworkError } from './network-error.ts';

/**
 * Blocks connections, datagrams and lookups beyond loopback, in this process and in the processes and threads that
 * tests start.
 */
export function blockNetwork(): void {
  oncePerWorker('network', () => {
    blockSockets();
    blockDatagrams();
    blockDns();
    guardChildren();
    syncBuiltinESMExports();
    return true;
  });
}

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket;

function blockSockets(): void {
  const prototype = net.Socket.prototype as { connect: Connect };
  const { connect } = prototype;
  prototype.connect = function (...args) {
    const target = targetOf(args);
    const error = isAllowedHost(target.host)
      ? undefined
      : blockedNetworkError(`${target.host}:${target.port}`, 'connect to');
    if (!error) return connect.apply(this, args);
    process.nextTick(() => this.destroy(error));
    return this;
  };
}

/** Reads the target of `connect`: a port and host, a path, or options; Node itself passes an array of those. */
function targetOf(args: readonly unknown[]): { host?: string; port?: number | string } {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) return 'path' in first && first.path ? {} : first;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return {};
  return typeof second === 'string' ? { host: second, port: Number(first) } : {};
}

type Send = (this: dgram.Socket, ...args: unknown[]) => unknown;

function blockDatagrams(): void {
  const prototype = dgram.Socket.prototype as unknown as Record<'send' | 'connect', Send>;
  for (const name of ['send', 'connect'] as const) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      const host = args.find((arg, index) => index > 0 && typeof arg === 'string') as string | undefined;
      const error: NetworkError | undefined = isAllowedHost(host)
        ? undefined
        : blockedNetworkError(String(host), 'send to');
      if (!error) return original.apply(this, args);
      process.nextTick(() => this.emit('error', error));
    };
  }
}
