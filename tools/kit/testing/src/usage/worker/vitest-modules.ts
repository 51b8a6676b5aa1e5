import { isOfKit } from '../stack/kits.ts';
import type { RunnerModule } from './module-graph.ts';

/** The part of Vitest's worker that knows which modules were evaluated; there is no public way to it. */
interface VitestGlobals {
  readonly __vitest_worker__?: {
    dependencies?: Set<string> | undefined;
    readonly config?: { readonly setupFiles?: readonly string[] };
    readonly evaluatedModules?: { readonly idToModuleMap: ReadonlyMap<string, RunnerModule> };
  };
}

const world = globalThis as VitestGlobals;

export function runnerModule(id: string): RunnerModule | undefined {
  return world.__vitest_worker__?.evaluatedModules?.idToModuleMap.get(id);
}

/** Set-up files of the workspace: those of the kit guard a test and do not decide what it finds. */
export function setupFilesOfUsers(): string[] {
  const files = world.__vitest_worker__?.config?.setupFiles ?? [];
  return files.filter((file) => !isOfKit(file));
}

/** From now on Vitest notes the modules that are asked for, also those that `vi.importActual` asks for. */
export function noteRequests(): Set<string> {
  const requests = new Set<string>();
  if (world.__vitest_worker__) world.__vitest_worker__.dependencies = requests;
  return requests;
}
