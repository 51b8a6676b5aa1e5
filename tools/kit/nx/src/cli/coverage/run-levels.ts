import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readLevels } from '@vouch/nx/vitest';
import { foldersOf } from './coverage-folders.ts';

/** Runs the tests of all levels except benchmarks, without the cache, and records their coverage. */
export function runLevels(root: string): boolean {
  const { raw } = foldersOf(root);
  rmSync(raw, { recursive: true, force: true });
  mkdirSync(raw, { recursive: true });
  const levels = readLevels(root).filter(({ alone }) => !alone);
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const args = [nx, 'run-many', '-t', ...levels.map(({ name }) => name), '--skip-nx-cache'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_V8_COVERAGE: raw, NX_DAEMON: 'false' },
  });
  return status === 0;
}
