import childProcess, { ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import workerThreads from 'node:worker_threads';
import type { Fault } from '../fault.ts';
import { currentRecord, type GuardRecord } from '../record.ts';
import { shared } from '../shared.ts';
import { mend } from './refusal.ts';
import { readReport, reportFile, reportVariable } from './report-file.ts';

const preload = fileURLToPath(new URL(`./preload${extname(import.meta.url)}`, import.meta.url));
const started = shared('children', () => ({ any: false }));

/** Has Node processes and threads that tests start load the same guard before anything else. */
export function guardChildren(): void {
  guardSpawn();
  guardSpawnSync();
  guardThreads();
}

/** What the children of the running test tried. */
export function networkFaultsOfChildren({ rules }: GuardRecord): Fault[] {
  if (!started.any || !rules.network) return [];
  return readReport().map((what) => ({ what: `started a process or thread that ${what}`, mend }));
}

function isGuarded(): boolean {
  if (currentRecord()?.rules.network === false) return false;
  started.any = true;
  return true;
}

type Spawn = (this: ChildProcess, options: { envPairs?: string[] }) => unknown;

/** `spawn`, `fork`, `exec` and `execFile` all come to this method, with the environment as a list. */
function guardSpawn(): void {
  const prototype = ChildProcess.prototype as unknown as { spawn: Spawn };
  const { spawn } = prototype;
  prototype.spawn = function (options) {
    if (isGuarded() && options.envPairs) options.envPairs = guardedPairs(options.envPairs);
    return spawn.call(this, options);
  };
}

function guardedPairs(pairs: readonly string[]): string[] {
  const entries = pairs.map((pair): [string, string] => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ]);
  return Object.entries(guardedEnvironment(Object.fromEntries(entries))).map(
    ([name, value]) => `${name}=${value}`,
  );
}

function guardedEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const options = `${environment['NODE_OPTIONS'] ?? ''} --require=${JSON.stringify(preload)}`.trim();
  return { ...environment, NODE_OPTIONS: options, [reportVariable]: reportFile() };
}

type Run = (...args: unknown[]) => unknown;

function guardSpawnSync(): void {
  const module = childProcess as unknown as Record<'spawnSync' | 'execFileSync' | 'execSync', Run>;
  for (const name of ['spawnSync', 'execFileSync', 'execSync'] as const) {
    const original = module[name];
    module[name] = (...args) => original(...(isGuarded() ? withGuardedEnvironment(args) : args));
  }
}

/** The options are the last argument, if they are given. */
function withGuardedEnvironment(args: readonly unknown[]): unknown[] {
  const last = args.at(-1);
  const given =
    typeof last === 'object' && last !== null && !Array.isArray(last)
      ? (last as { env?: NodeJS.ProcessEnv })
      : undefined;
  const options = { ...given, env: guardedEnvironment(given?.env ?? process.env) };
  return [...(given ? args.slice(0, -1) : args), options];
}

function guardThreads(): void {
  const { Worker } = workerThreads;
  workerThreads.Worker = class extends Worker {
    constructor(file: string | URL, options: workerThreads.WorkerOptions = {}) {
      const own = options.execArgv ?? process.execArgv;
      super(file, isGuarded() ? { ...options, execArgv: [...own, '--require', preload] } : options);
    }
  };
}
