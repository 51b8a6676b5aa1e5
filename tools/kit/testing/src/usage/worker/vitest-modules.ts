import { isKitFile } from '../../worker/kit-folders.ts';
import type { RunnerModule } from './module-graph.ts';

/** The part of Vitest's worker with the evaluated modules. Vitest has no public API for it. */
interface VitestGlobals {
  readonly __vitest_worker__?: {
    dependencies?: Set<string> | undefined;
    readonly config?: { readonly setupFiles?: readonly string[] };
    readonly evaluatedModules?: { readonly idToModuleMap: ReadonlyMap<string, RunnerModule> };
  };
}

const vitestGlobals = globalThis as VitestGlobals;

export function runnerModule(id: string): RunnerModule | undefined {
  return vitestGlobals.__vitest_worker__?.evaluatedModules?.idToModuleMap.get(id);
}

/** Returns the set-up files of the workspace. Those of the kit only guard tests and do not affect their results. */
export function setupFilesOfUsers(): string[] {
  const files = vitestGlobals.__vitest_worker__?.config?.setupFiles ?? [];
  return files.filter((file) => !isKitFile(file));
}

/** Makes Vitest record the requested modules from now on, including those of `vi.importActual`. */
export function noteRequests(): Set<string> {
  const requests = new Set<string>();
  if (vitestGlobals.__vitest_worker__) vitestGlobals.__vitest_worker__.dependencies = requests;
  return requests;
}
