import { spawnSync } from 'node:child_process';
import { styleText } from 'node:util';
import { workspaceRoot } from '../workspace-root.ts';
import type { Check } from './checks.ts';

/** Runs a check; what it printed is shown only where it failed. */
export function runCheck({ name, command: [program = '', ...args], mend }: Check): boolean {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: workspaceRoot,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const time = styleText('dim', `${((Date.now() - start) / 1_000).toFixed(1)} s`);
  console.log(`${status === 0 ? styleText('green', '✓') : styleText('red', '✗')} ${name} ${time}`);
  if (status !== 0) console.log(`${stdout}${stderr}\nTo mend it: ${mend}\n`);
  return status === 0;
}
