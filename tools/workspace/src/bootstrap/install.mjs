import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { explainFailure } from './explain-failure.mjs';
import { Progress } from './progress.mjs';

/** Runs `npm ci` with readable progress, without warnings about engines that only the pinned Node satisfies. */
export async function install(root) {
  console.log('Installing from the lockfile. This happens once, and again after a change of the lockfile.');
  const progress = new Progress();
  const said = [];
  const child = spawn(
    ...npm(['ci', '--loglevel=http', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']),
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.startsWith('npm http')) progress.fetched();
      else if (!line.startsWith('npm warn')) said.push(line);
    });
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  progress.end();
  if (code !== 0) throw new Error(explainFailure(said.join('\n'), code));
  console.log(said.filter((line) => line.trim() !== '').join('\n'));
  await installHooks(root);
}

/** Runs the npm that started this process, by any name, else the one on the PATH. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, [cli, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/** Sets up the Git hooks, because install scripts are off. Skipped in CI and outside of a checkout. */
async function installHooks(root) {
  if (process.env.CI || !existsSync(join(root, '.git'))) return;
  const lefthook = join(root, 'node_modules/lefthook/bin/index.js');
  const child = spawn(process.execPath, [lefthook, 'install'], { cwd: root, stdio: 'ignore' });
  await new Promise((resolve) => child.once('error', resolve).once('close', resolve));
}
