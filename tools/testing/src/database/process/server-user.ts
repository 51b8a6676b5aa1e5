import { execFileSync } from 'node:child_process';

/** Who runs the server when we must not: PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user to drop to, or undefined when this process may run the server itself. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return (known ??= lookUp('postgres') ?? lookUp('nobody') ?? { name: '65534', uid: 65534, gid: 65534 });
}

let known: ServerUser | undefined;

function lookUp(name: string): ServerUser | undefined {
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
  return uid && gid ? { name, uid, gid } : undefined;
}

function idOf(flag: string, name: string): number | undefined {
  try {
    return Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return undefined;
  }
}
