/** A module as the module runner of Vite keeps it. */
export interface EvaluatedModule {
  readonly id: string;
  readonly file: string;
  readonly imports: Set<string>;
  readonly importers: Set<string>;
  /** What was fetched: its code, or where Node finds it. */
  readonly meta?: { readonly code?: string } | undefined;
  promise?: Promise<unknown> | undefined;
  exports?: unknown;
  evaluated: boolean;
}

/** The part of Vitest's worker that knows which modules were evaluated; there is no public way to it. */
interface VitestGlobals {
  readonly __vitest_worker__?: {
    readonly evaluatedModules?: { readonly idToModuleMap: ReadonlyMap<string, EvaluatedModule> };
  };
}

export function evaluatedModules(): Iterable<EvaluatedModule> {
  return (globalThis as VitestGlobals).__vitest_worker__?.evaluatedModules?.idToModuleMap.values() ?? [];
}
