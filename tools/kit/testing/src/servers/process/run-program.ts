import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ServerUser } from './server-user.ts';

const run = promisify(execFile);

/** Runs one of the server's programs as the server's user, without this process's environment. */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  user?: ServerUser,
): Promise<{ stdout: string; stderr: string }> {
  return run(program, parameters, { cwd: homeFolder, env: plainEnvironment(), ...asUser(user) });
}

/** Returns an environment with English messages, UTC, and none of the caller's `PG…` variables. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot ? { SystemRoot, TEMP } : {}) };
}

export function asUser(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** A working directory that always exists and that every user can enter. */
export const homeFolder = process.platform === 'win32' ? (process.env.SystemRoot ?? 'C:\\') : '/';
