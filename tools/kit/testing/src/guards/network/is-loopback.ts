import { BlockList, isIP } from 'node:net';
import { hostname } from 'node:os';
import { oncePerWorker } from '../../worker/once-per-worker.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addAddress('0.0.0.0', 'ipv4');
loopback.addAddress('::', 'ipv6');

const allowed = oncePerWorker('hosts', () => new Set(hostsOf(process.env)));

/**
 * Allows tests to reach one more host, for example that of the test database.
 *
 * @example
 * allowNetworkTo('database.example.test');
 */
export function allowNetworkTo(host: string): void {
  allowed.add(bare(host));
}

/** Returns whether a host is this machine or an allowed host. */
export function isAllowedHost(host: string | undefined): boolean {
  const name = bare(host ?? '');
  if (name === '' || name === 'localhost' || name.endsWith('.localhost') || allowed.has(name)) return true;
  const family = isIP(name);
  return family === 0
    ? name === hostname().toLowerCase()
    : loopback.check(name, family === 6 ? 'ipv6' : 'ipv4');
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase();
}

/** Returns the hosts of the servers that the environment names. */
function hostsOf(environment: NodeJS.ProcessEnv): string[] {
  const { TEST_DATABASE_URL, TEST_REDIS_URL, DOCKER_HOST, TESTCONTAINERS_HOST_OVERRIDE } = environment;
  const urls = [TEST_DATABASE_URL, TEST_REDIS_URL, DOCKER_HOST].map(
    (url) => URL.parse(url ?? '')?.hostname ?? '',
  );
  return [...urls, TESTCONTAINERS_HOST_OVERRIDE ?? ''].filter((host) => host !== '').map(bare);
}
