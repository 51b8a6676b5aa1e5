import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The result of a program: exit code and output. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** True for a separate process group. */
  readonly detached?: boolean;
}

/** Without a daemon, and with the cache inside the workspace; Nx would put it into the home folder. */
const ownNx = { NX_DAEMON: 'false', NX_TUI: 'false', NX_CACHE_DIRECTORY: '.nx/cache' };

const inherited = /^(NX_|VITEST|CI$|FORCE_COLOR$|NO_COLOR$|npm_)/;

/**
 * Runs a program to its end, in an environment without traces of the surrounding run. Nx loads its plugins into its
 * own process, which takes half as long.
 */
export async function runInScratch(program: string, args: readonly string[], place: Place): Promise<Ended> {
  const child = startProgram(program, args, {
    ...place,
    env: { NX_ISOLATE_PLUGINS: 'false', ...place.env },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise;
  return { code, output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')) };
}

export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, env, detached = false }: Place,
) {
  return spawn(program, args, {
    cwd,
    env: { ...cleanEnvironment(), ...ownNx, FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name));
  const bin = join(import.meta.dirname, '../../../../node_modules/.bin');
  return { ...Object.fromEntries(kept), PATH: `${bin}:${process.env.PATH ?? ''}` };
}
