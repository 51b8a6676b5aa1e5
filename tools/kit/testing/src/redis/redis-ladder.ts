import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { withoutPassword } from '../database/admin/url.ts';
import type { Ladder } from '../database/ladder/ladder.ts';
import type { Finding } from '../database/ladder/look.ts';
import { lookAtContainer } from '../database/ladder/look-at-container.ts';
import { keyOf } from '../database/ladder/look-at-url.ts';
import { refuseProduction } from '../database/ladder/refuse-production.ts';
import { DatabaseProblem } from '../database/problem.ts';
import { findProgram } from '../database/process/find-program.ts';
import { portAnswers } from '../database/process/port-answers.ts';
import type { RedisSettings } from './redis-settings.ts';

export function redisLadder(settings: RedisSettings): Ladder {
  const { engine, image } = settings;
  return {
    rungs: [
      ['url', () => lookAtUrl(settings)],
      ['local', () => lookAtLocal(settings)],
      ['container', () => lookAtContainer({ service: 'redis', engine, image })],
      ['program', async () => lookForProgram(settings)],
    ],
    forced: settings.forced,
    hash: createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 12),
    variable: 'VOUCH_TEST_REDIS',
    remedy:
      'Install one (apt install redis-server, brew install redis), start Docker, or set TEST_REDIS_URL.',
  };
}

async function lookAtUrl({ url, allowedHost }: RedisSettings): Promise<Finding> {
  if (url === undefined) return { found: false, why: 'no TEST_REDIS_URL' };
  refuseProduction({ url, host: hostOf(url), database: '' }, allowedHost);
  const identity = await identityOf(url);
  const order = { service: 'redis', rung: 'url', key: keyOf('redis-url', url), url } as const;
  return { found: true, order, at: withoutPassword(url), identity };
}

async function lookAtLocal({ port }: RedisSettings): Promise<Finding> {
  if (!(await portAnswers(port))) return { found: false, why: `no server at 127.0.0.1:${port}` };
  const url = `redis://127.0.0.1:${port}`;
  try {
    return {
      found: true,
      order: { service: 'redis', rung: 'local', key: keyOf('redis-local', url), url },
      at: url,
      identity: await identityOf(url, 2_000),
    };
  } catch (error) {
    const problem = error as DatabaseProblem;
    const absent = problem.code === 'no-server';
    return {
      found: false,
      why: `${absent ? 'no server' : 'the server refuses us'} at 127.0.0.1:${port}`,
      problem,
    };
  }
}

function lookForProgram({ path }: RedisSettings): Finding {
  const program = findProgram(path, 'redis-server', 'valkey-server');
  if (program === undefined) return { found: false, why: 'no redis-server or valkey-server on the PATH' };
  const key = keyOf('redis-program', program);
  return {
    found: true,
    order: { service: 'redis', rung: 'program', key, program },
    at: program,
    identity: versionOf(program),
  };
}

async function identityOf(url: string, timeout?: number): Promise<string> {
  const { inspectRedis } = await import('./inspect-redis.ts');
  return `Redis ${await inspectRedis(url, timeout)}`;
}

/** What the program prints of itself, without the build that differs from machine to machine. */
function versionOf(program: string): string {
  const printed = execFileSync(program, ['--version'], { encoding: 'utf8' });
  return /^.*?v=\S+/.exec(printed)?.[0] ?? printed.trim();
}

function hostOf(url: string): string {
  if (/^rediss?:\/\/[^/]/.test(url) && URL.canParse(url))
    return new URL(url).hostname.replace(/^\[|\]$/g, '');
  throw new DatabaseProblem(
    'wrong-setting',
    `TEST_REDIS_URL is not the URL of a Redis server: ${withoutPassword(url)}`,
    'Write it as redis://:password@host:6379',
  );
}
