import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The user that runs the server, because PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Returns the user that must run the server, or undefined if this process can run it. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return (known ??= lookUp('postgres') ?? lookUp('nobody') ?? { name: '65534', uid: 65534, gid: 65534 });
}

let known: ServerUser | undefined;

function lookUp(name: string): ServerUser | undefined {
  const [uid, gid] = inPasswd(name) ?? [idOf('-u', name), idOf('-g', name)];
  return uid && gid ? { name, uid, gid } : undefined;
}

/**
 * Reads /etc/passwd: calling `id` twice takes as long as starting the server. `id` is for users of a directory
 * service.
 */
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
