import { shared } from '../../guards/shared.ts';
import { observeEnvironment } from './observe-environment.ts';
import { observeFiles } from './observe-files.ts';
import { observeModules } from './observe-modules.ts';

/** Puts the hooks into this process: once, also where several runs observe it. */
export function observeProcess(): void {
  shared('usage-hooks', () => {
    observeModules();
    observeFiles();
    observeEnvironment();
    return true;
  });
}
