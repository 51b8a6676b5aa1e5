import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readLevels } from '@vouch/nx/vitest';
import { workspaceRoot } from '../workspace-root.ts';
import { folders } from './folders.ts';

/** Runs the tests of all levels but those that measure, none of them from the cache, and counts what they run. */
export function runLevels(): boolean {
  rmSync(folders.raw, { recursive: true, force: true });
  mkdirSync(folders.raw, { recursive: true });
  const levels = readLevels(workspaceRoot).filter(({ alone }) => !alone);
  const nx = join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');
  const args = [nx, 'run-many', '-t', ...levels.map(({ name }) => name), '--skip-nx-cache'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: workspaceRoot,
    stdio: 'inherit',
    env: { ...process.env, NODE_V8_COVERAGE: folders.raw, NX_DAEMON: 'false' },
  });
  return status === 0;
}
