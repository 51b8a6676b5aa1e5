import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Migration {
  readonly version: string;
  readonly description: string;
}

/** Runs the migrations of @vouch/nx that lead from one version to another, as `nx migrate` does. Returns the code to end with. */
export function runMigrations(root: string, from: string, to: string): number {
  const migrations = migrationsBetween(root, from, to);
  if (migrations.length === 0) return 0;
  const list = join(root, 'migrations.json');
  if (existsSync(list))
    throw new Error(
      `${list} exists. Expected none, as a run of nx migrate leaves it. Finish it: npx nx migrate --run-migrations`,
    );
  writeFileSync(list, `${JSON.stringify({ migrations }, null, 2)}\n`);
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const { status } = spawnSync(process.execPath, [nx, 'migrate', '--run-migrations', '--no-interactive'], {
    cwd: root,
    stdio: 'inherit',
  });
  // where a migration failed, the list stays, and nx migrate can be run again
  if (status === 0) rmSync(list);
  return status ?? 1;
}

function migrationsBetween(root: string, from: string, to: string): object[] {
  const file = join(root, 'node_modules/@vouch/nx/migrations.json');
  const { generators } = JSON.parse(readFileSync(file, 'utf8')) as { generators: Record<string, Migration> };
  return Object.entries(generators)
    .filter(([, { version }]) => compare(version, from) > 0 && compare(version, to) <= 0)
    .map(([name, { version, description }]) => ({ package: '@vouch/nx', name, version, description }));
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
