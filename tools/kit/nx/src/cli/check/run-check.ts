import { spawnSync } from 'node:child_process';
import { styleText } from 'node:util';
import type { Check } from './check.ts';

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

/** Runs a check. Prints its output only if it failed. */
export async function runCheck(root: string, { title, how, fix }: Check): Promise<boolean> {
  const start = Date.now();
  const { passed, output } = typeof how === 'function' ? await call(how, root) : run(how, root);
  const time = styleText('dim', `${((Date.now() - start) / 1_000).toFixed(1)} s`);
  console.log(`${passed ? styleText('green', '✓') : styleText('red', '✗')} ${title} ${time}`);
  if (!passed) console.log(`${output}\nTo fix it: ${fix}\n`);
  return passed;
}

async function call(find: (root: string) => Promise<readonly string[]>, root: string): Promise<Outcome> {
  const problems = await find(root);
  return { passed: problems.length === 0, output: problems.join('\n') };
}

function run([program = '', ...args]: readonly string[], root: string): Outcome {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { passed: status === 0, output: `${stdout}${stderr}` };
}
