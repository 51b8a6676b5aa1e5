import { shared } from '../../guards/shared.ts';
import { observeEnvironment } from './observe-environment.ts';
import { observeFiles } from './observe-files.ts';
import { observeModules } from './observe-modules.ts';
import { observePrograms } from './observe-programs.ts';

/** Puts the hooks into this process: once, also where several runs observe it. */
export function observeProcess(): void {
  shared('usage-hooks', () => {
    observeModules();
    observePrograms();
    observeFiles();
    observeEnvironment();
    return true;
  });
}
