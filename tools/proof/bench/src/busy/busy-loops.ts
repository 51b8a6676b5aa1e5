import { spawn } from 'node:child_process';
import type { Command } from './half-a-core.ts';

/** Ends with its parent, even if that is killed. */
const endless = 'const { ppid } = process; while (process.ppid === ppid);';

/** Starts programs that keep as many processors busy as they get, until they are disposed. */
export function busyLoops(count: number, wrap = (command: Command): Command => command): Disposable {
  const [program, ...args] = wrap([process.execPath, '-e', endless]);
  const loops = Array.from({ length: count }, () => spawn(program, args, { stdio: 'ignore' }));
  return { [Symbol.dispose]: () => loops.forEach((loop) => loop.kill('SIGKILL')) };
}
