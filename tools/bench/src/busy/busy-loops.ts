import { spawn } from 'node:child_process';
import type { Command } from './half-a-core.ts';

/** Starts programs that keep as many processors busy as they get, until they are disposed. */
export function busyLoops(count: number, wrap = (command: Command): Command => command): Disposable {
  const [program, ...args] = wrap([process.execPath, '-e', 'for (;;);']);
  const loops = Array.from({ length: count }, () => spawn(program, args, { stdio: 'ignore' }));
  return { [Symbol.dispose]: () => loops.forEach((loop) => loop.kill('SIGKILL')) };
}
