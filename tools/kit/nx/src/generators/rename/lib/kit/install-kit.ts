import { spawnSync } from 'node:child_process';

/** Installs the packages that the lockfile has now: those of the kit stand in the workspace or in npm's cache. */
export function installKit(root: string): void {
  console.log('Installing the packages of the kit ...');
  const { status } = spawnSync('npm', ['install', '--prefer-offline', '--ignore-scripts', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0)
    console.error('\nnpm could not install the packages of the kit. Install them with: npm install');
}
