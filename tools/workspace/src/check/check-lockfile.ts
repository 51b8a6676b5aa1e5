import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace-root.ts';
import { findLockfileFaults, type LockedPackage } from './find-lockfile-faults.ts';
import { installScripts } from './install-scripts.ts';

const { packages } = JSON.parse(readFileSync(join(workspaceRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const faults = findLockfileFaults(packages, installScripts);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
