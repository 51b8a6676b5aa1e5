import { oncePerWorker } from './once-per-worker.ts';
import { type EvaluatedModule, evaluatedModules } from './evaluated-modules.ts';
import { isSharedFile } from './kit-folders.ts';

const state = oncePerWorker('modules', () => ({
  isShared: new WeakMap<EvaluatedModule, boolean>(),
  hasBegun: false,
}));

/**
 * Lets the next test file evaluate the modules of the workspace once more, from the code that the worker has fetched already.
 * Packages, the kit, and what the worker loaded before its first file stay as they are: all files share them.
 */
export function renewModules(): void {
  for (const module of evaluatedModules()) {
    if (module.promise === undefined) continue;
    if (!state.hasBegun) state.isShared.set(module, true);
    else if (!isSharedModule(module)) forget(module);
  }
  state.hasBegun = true;
}

/** Whether all files of this worker have the same instance of a module. */
export function isSharedModule(module: EvaluatedModule): boolean {
  const known = state.isShared.get(module);
  if (known !== undefined) return known;
  const isShared = isExternal(module) || isSharedFile(module.id);
  state.isShared.set(module, isShared);
  return isShared;
}

/** Loaded by Node itself, which loads a module once. */
function isExternal({ meta }: EvaluatedModule): boolean {
  return meta !== undefined && 'externalize' in meta;
}

/** Keeps the code, which is in `meta`. */
function forget(module: EvaluatedModule): void {
  module.promise = undefined;
  module.exports = undefined;
  module.evaluated = false;
  module.imports.clear();
  module.importers.clear();
}
