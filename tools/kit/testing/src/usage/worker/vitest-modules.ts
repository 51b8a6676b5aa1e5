import { isKitFile } from '../../worker/kit-folders.ts';
import type { RunnerModule } from './module-graph.ts';

/** The part of Vitest's worker that knows which modules were evaluated; there is no public way to it. */
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

/** Set-up files of the workspace: those of the kit guard a test and do not decide what it finds. */
export function setupFilesOfUsers(): string[] {
  const files = vitestGlobals.__vitest_worker__?.config?.setupFiles ?? [];
  return files.filter((file) => !isKitFile(file));
}

/** From now on Vitest notes the modules that are asked for, also those that `vi.importActual` asks for. */
export function noteRequests(): Set<string> {
  const requests = new Set<string>();
  if (vitestGlobals.__vitest_worker__) vitestGlobals.__vitest_worker__.dependencies = requests;
  return requests;
}
