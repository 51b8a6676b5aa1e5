import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/** Runs a program in this terminal to its end. The program receives the signals; this process waits for it. */
export async function runAsChild(program, args, root) {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl-C reaches the child directly, because the terminal signals the whole group. Other senders signal this
  // process only.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (...ended) => resolve(ended));
  });
  return code ?? 128 + (constants.signals[signal] ?? 0);
}
