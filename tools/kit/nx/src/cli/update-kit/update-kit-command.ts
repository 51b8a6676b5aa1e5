import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRelease } from './kit-release.ts';
import { runMigrations } from './run-migrations.ts';
import { replaceTarballs, useVersion } from './replace-packages.ts';

const usage = `npm run update-kit -- <version | folder | url>

  <version>   from the registry: npm run update-kit -- 0.3.0
  <folder>    tarballs with their packages.json, as npm run pack makes them
  <url>       the address of such a folder

Installs these packages of the kit, and runs the migrations that lead from the present version to theirs.`;

/** `npm run update-kit`. Returns the code to end with. */
export async function updateKitCommand(root: string, args: readonly string[]): Promise<number> {
  const [target, ...others] = args;
  if (target === undefined || others.length > 0 || target === '--help') {
    console.log(usage);
    return target === '--help' ? 0 : 1;
  }
  try {
    const before = installedVersion(root);
    if (/^\d/.test(target)) useVersion(root, target);
    else await replaceTarballs(root, await openRelease(target));
    run(root, 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund']);
    console.log(`The kit was ${before} and is ${installedVersion(root)} now.`);
    return runMigrations(root, before, installedVersion(root));
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

function installedVersion(root: string): string {
  const manifest = readFileSync(join(root, 'node_modules/@vouch/nx/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function run(root: string, program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status ?? 'a signal'}.`);
}
