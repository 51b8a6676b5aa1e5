import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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
  const [uid, gid] = inPasswd(name) ?? [idOf('-u', name), idOf('-g', name)];
  return uid && gid ? { name, uid, gid } : undefined;
}

/** Asking `id` twice costs what the server needs to start; it is for users who are kept elsewhere. */
function inPasswd(name: string): [uid: number, gid: number] | undefined {
  try {
    const line = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8'));
    return line ? [Number(line[1]), Number(line[2])] : undefined;
  } catch {
    return undefined;
  }
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
