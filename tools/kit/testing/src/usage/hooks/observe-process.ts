import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { observeEnvironment } from './observe-environment.ts';
import { observeFiles } from './observe-files.ts';
import { observeModules } from './observe-modules.ts';
import { observePrograms } from './observe-programs.ts';

/** Installs the hooks in this process once, even if several runs observe it. */
export function observeProcess(): void {
  oncePerWorker('usage-hooks', () => {
    observeModules();
    observePrograms();
    observeFiles();
    observeEnvironment();
    return true;
  });
}
