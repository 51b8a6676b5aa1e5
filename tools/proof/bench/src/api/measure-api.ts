import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../../..');

/** The benchmarks of the API are in its level `bench`. */
export async function run(): Promise<void> {
  const args = ['bench', 'api-e2e', '--skip-nx-cache', '--output-style=stream'];
  const child = spawn(join(root, 'node_modules/.bin/nx'), args, { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
