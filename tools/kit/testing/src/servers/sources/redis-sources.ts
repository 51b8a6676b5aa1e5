import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { withoutPassword } from '../postgres/url.ts';
import type { ServerSources } from './server-sources.ts';
import type { ProbeResult } from './probe-result.ts';
import { probeContainer } from './probe-container.ts';
import { keyOf } from './probe-url.ts';
import { refuseProduction } from './refuse-production.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { findProgram } from '../process/find-program.ts';
import { portAnswers } from '../process/port-answers.ts';
import type { RedisSettings } from './redis-settings.ts';

export function redisSources(settings: RedisSettings): ServerSources {
  const { engine, image } = settings;
  return {
    candidates: [
      ['url', () => probeUrl(settings)],
      ['local', () => probeLocal(settings)],
      ['container', () => probeContainer({ service: 'redis', engine, image })],
      ['program', async () => probeProgram(settings)],
    ],
    forced: settings.forced,
    hash: createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 12),
    variable: 'VOUCH_TEST_REDIS',
    fix: 'Install one (apt install redis-server, brew install redis), start Docker, or set TEST_REDIS_URL.',
  };
}

async function probeUrl({ url, allowedHost }: RedisSettings): Promise<ProbeResult> {
  if (url === undefined) return { found: false, why: 'no TEST_REDIS_URL' };
  refuseProduction({ url, host: hostOf(url), database: '' }, allowedHost);
  const identity = await identityOf(url);
  const order = { service: 'redis', source: 'url', key: keyOf('redis-url', url), url } as const;
  return { found: true, order, at: withoutPassword(url), identity };
}

async function probeLocal({ port }: RedisSettings): Promise<ProbeResult> {
  if (!(await portAnswers(port))) return { found: false, why: `no server at 127.0.0.1:${port}` };
  const url = `redis://127.0.0.1:${port}`;
  try {
    return {
      found: true,
      order: { service: 'redis', source: 'local', key: keyOf('redis-local', url), url },
      at: url,
      identity: await identityOf(url, 2_000),
    };
  } catch (error) {
    const problem = error as ServerProblem;
    const absent = problem.code === 'no-server';
    return {
      found: false,
      why: `${absent ? 'no server' : 'the server rejects the login'} at 127.0.0.1:${port}`,
      problem,
    };
  }
}

function probeProgram({ path }: RedisSettings): ProbeResult {
  const program = findProgram(path, 'redis-server', 'valkey-server');
  if (program === undefined) return { found: false, why: 'no redis-server or valkey-server on the PATH' };
  const key = keyOf('redis-program', program);
  return {
    found: true,
    order: { service: 'redis', source: 'program', key, program },
    at: program,
    identity: versionOf(program),
  };
}

async function identityOf(url: string, timeout?: number): Promise<string> {
  const { inspectRedis } = await import('../redis/inspect-redis.ts');
  return `Redis ${await inspectRedis(url, timeout)}`;
}

/** Returns the version that a program prints, without the build, which differs between machines. */
function versionOf(program: string): string {
  const printed = execFileSync(program, ['--version'], { encoding: 'utf8' });
  return /^.*?v=\S+/.exec(printed)?.[0] ?? printed.trim();
}

function hostOf(url: string): string {
  if (/^rediss?:\/\/[^/]/.test(url) && URL.canParse(url))
    return new URL(url).hostname.replace(/^\[|\]$/g, '');
  throw new ServerProblem(
    'wrong-setting',
    `TEST_REDIS_URL is not the URL of a Redis server: ${withoutPassword(url)}`,
    'Write it as redis://:password@host:6379',
  );
}
