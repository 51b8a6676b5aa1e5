import { oncePerWorker } from './once-per-worker.ts';
import { type EvaluatedModule, evaluatedModules } from './evaluated-modules.ts';
import { isSharedFile } from './kit-folders.ts';

const state = oncePerWorker('modules', () => ({
  isShared: new WeakMap<EvaluatedModule, boolean>(),
  hasBegun: false,
}));

/**
 * Makes the next test file evaluate the modules of the workspace again, from code that the worker has already
 * fetched. Packages, the kit, and modules that were loaded before the first file stay: all files share them.
 */
export function renewModules(): void {
  for (const module of evaluatedModules()) {
    if (module.promise === undefined) continue;
    if (!state.hasBegun) state.isShared.set(module, true);
    else if (!isSharedModule(module)) forget(module);
  }
  state.hasBegun = true;
}

/** Returns whether all files of this worker share the instance of a module. */
export function isSharedModule(module: EvaluatedModule): boolean {
  const known = state.isShared.get(module);
  if (known !== undefined) return known;
  const isShared = isExternal(module) || isSharedFile(module.id);
  state.isShared.set(module, isShared);
  return isShared;
}

/** Returns whether Node itself loaded a module, which it does once. */
function isExternal({ meta }: EvaluatedModule): boolean {
  return meta !== undefined && 'externalize' in meta;
}

/** Resets a module, but keeps its code in `meta`. */
function forget(module: EvaluatedModule): void {
  module.promise = undefined;
  module.exports = undefined;
  module.evaluated = false;
  module.imports.clear();
  module.importers.clear();
}
