import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';
import { oncePerWorker } from '../worker/once-per-worker.ts';
import { currentFolder, type ProgramStart, startOfSync } from './program-start.ts';

/** A module and variables to add to every Node process or thread that tests start. */
export interface Companion {
  /** Loaded before all other modules, by `--require`. */
  readonly module: string;
  /** Set in the environment of a process; a thread reads them with `getEnvironmentData`. */
  readonly variables: Readonly<Record<string, string>>;
}

export type Accompany = (start: ProgramStart) => Companion | undefined;

const accompanying = oncePerWorker('children', () => new Map<string, Accompany>());

/** From now on calls `accompany` for every process and thread that this process starts. */
export function accompanyChildren(name: string, accompany: Accompany): void {
  accompanying.set(name, accompany);
  oncePerWorker('children-hooks', () => {
    hookSpawn();
    hookSpawnSync();
    hookThreads();
    syncBuiltinESMExports();
    return true;
  });
}

function companionsOf(start: ProgramStart): Companion[] {
  return [...accompanying.values()].flatMap((accompany) => accompany(start) ?? []);
}

interface SpawnOptions {
  file: string;
  args?: string[];
  cwd?: string | null;
  envPairs?: string[];
}
type Spawn = (this: ChildProcess, options: SpawnOptions) => unknown;

/** Hooks the method that `spawn`, `fork`, `exec` and `execFile` all call, with the environment as a list. */
function hookSpawn(): void {
  const prototype = ChildProcess.prototype as unknown as { spawn: Spawn };
  const { spawn } = prototype;
  prototype.spawn = function (options) {
    const { file, args = [file], envPairs = [] } = options;
    const environment = Object.fromEntries(envPairs.map(entryOf));
    const cwd = options.cwd ?? currentFolder();
    const companions = companionsOf({
      kind: 'process',
      program: file,
      args: args.slice(1),
      cwd,
      environment,
    });
    if (companions.length > 0) options.envPairs = pairsOf(accompanied(environment, companions));
    return spawn.call(this, options);
  };
}

function pairsOf(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).map(([name, value]) => `${name}=${value ?? ''}`);
}

function entryOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function accompanied(environment: NodeJS.ProcessEnv, companions: readonly Companion[]): NodeJS.ProcessEnv {
  const given = environment['NODE_OPTIONS'] ?? '';
  const options = companions.map(({ module }) => `--require=${JSON.stringify(module)}`);
  const missing = options.filter((option) => !given.includes(option));
  const variables: Record<string, string> = {};
  for (const companion of companions) Object.assign(variables, companion.variables);
  return { ...environment, ...variables, NODE_OPTIONS: [given, ...missing].join(' ').trim() };
}

type Run = (...args: unknown[]) => unknown;

function hookSpawnSync(): void {
  const module = childProcess as unknown as Record<'spawnSync' | 'execFileSync' | 'execSync', Run>;
  for (const name of ['spawnSync', 'execFileSync', 'execSync'] as const) {
    const original = module[name];
    module[name] = (...args) => {
      const { start, options, before } = startOfSync(name, args);
      const companions = companionsOf(start);
      if (companions.length === 0) return original(...args);
      return original(...before, { ...options, env: accompanied(start.environment, companions) });
    };
  }
}

function hookThreads(): void {
  const { Worker } = workerThreads;
  workerThreads.Worker = class extends Worker {
    constructor(file: string | URL, options: workerThreads.WorkerOptions = {}) {
      const companions = companionsOf({
        kind: 'thread',
        program: '',
        args: [],
        cwd: currentFolder(),
        environment: { ...(typeof options.env === 'object' ? options.env : process.env) },
      });
      for (const { variables } of companions)
        for (const entry of Object.entries(variables)) workerThreads.setEnvironmentData(...entry);
      const preloads = companions.flatMap(({ module }) => ['--require', module]);
      const own = options.execArgv ?? process.execArgv;
      super(file, preloads.length > 0 ? { ...options, execArgv: [...own, ...preloads] } : options);
    }
  };
}
