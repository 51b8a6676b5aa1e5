import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oncePerWorker } from '../../worker/once-per-worker.ts';

// Keeps the original functions, because hooks replace them.
const { mkdirSync, readdirSync, rmSync, writeFileSync } = fs;
const reports = oncePerWorker('usage-reports', () => ({ count: 0, folder: undefined as string | undefined }));

/** Creates an empty report, and removes the reports of killed workers. */
export function newReport(root: string): string {
  reports.folder ??= openFolder(join(root, 'node_modules/.cache/vouch-usage'));
  reports.count += 1;
  const report = join(reports.folder, `${process.pid}-${reports.count}.jsonl`);
  writeFileSync(report, '');
  return report;
}

function openFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder))
      if (!isRunning(Number.parseInt(name, 10))) rmSync(join(folder, name));
    return folder;
  } catch {
    // The workspace may be read-only.
    return tmpdir();
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
