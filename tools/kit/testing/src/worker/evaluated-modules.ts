/** A module in Vite's module runner. */
export interface EvaluatedModule {
  readonly id: string;
  readonly file: string;
  readonly imports: Set<string>;
  readonly importers: Set<string>;
  /** The fetched module: its code, or its location for Node. */
  readonly meta?: { readonly code?: string } | undefined;
  promise?: Promise<unknown> | undefined;
  exports?: unknown;
  evaluated: boolean;
}

/** The part of Vitest's worker with the evaluated modules. Vitest has no public API for it. */
interface VitestGlobals {
  readonly __vitest_worker__?: {
    readonly evaluatedModules?: { readonly idToModuleMap: ReadonlyMap<string, EvaluatedModule> };
  };
}

export function evaluatedModules(): Iterable<EvaluatedModule> {
  return (globalThis as VitestGlobals).__vitest_worker__?.evaluatedModules?.idToModuleMap.values() ?? [];
}
