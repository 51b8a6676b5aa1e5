/** A process or thread that is about to be started. */
export interface ProgramStart {
  readonly kind: 'process' | 'thread';
  /** Empty for a thread. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
}

interface SyncOptions {
  readonly cwd?: string | URL | null;
  readonly env?: NodeJS.ProcessEnv;
  readonly shell?: boolean | string;
}

interface SyncStart {
  readonly start: ProgramStart;
  readonly options: SyncOptions;
  /** The arguments before the options. */
  readonly before: readonly unknown[];
}

/** Reads the arguments of `spawnSync`, `execFileSync` or `execSync`. The options are the last argument, if any. */
export function startOfSync(name: string, args: readonly unknown[]): SyncStart {
  const last = args.at(-1);
  const hasOptions = typeof last === 'object' && last !== null && !Array.isArray(last);
  const options = hasOptions ? (last as SyncOptions) : {};
  const before = hasOptions ? args.slice(0, -1) : args.filter((arg) => arg !== undefined);
  const [file, list] = before;
  const words = Array.isArray(list) ? list.map(String) : [];
  const usesShell = name === 'execSync' || Boolean(options.shell);
  const start: ProgramStart = {
    kind: 'process',
    program: usesShell ? 'sh' : String(file),
    args: usesShell ? ['-c', [String(file), ...words].join(' ')] : words,
    cwd: folderOf(options.cwd),
    // Copies the environment: reading it must not count as a use of a variable.
    environment: { ...(options.env ?? process.env) },
  };
  return { start, options, before };
}

function folderOf(cwd: string | URL | null | undefined): string {
  if (cwd instanceof URL) return decodeURIComponent(cwd.pathname);
  return cwd ?? currentFolder();
}

/** Returns the working directory, which may have been removed. */
export function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
