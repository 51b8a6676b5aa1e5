import { isBuiltin } from 'node:module';
import { evaluatedModules } from '../worker/evaluated-modules.ts';
import { isSharedModule } from '../worker/renew-modules.ts';
import { isSharedFile } from '../worker/kit-folders.ts';

/** Evaluates modules: those that Node loads, and those that Vite has compiled. */
interface Evaluator {
  runExternalModule(id: string): Promise<object>;
  runInlinedModule(
    context: unknown,
    code: string,
    module: { readonly id: string; exports?: unknown },
  ): Promise<unknown>;
}

/** The parts of Vitest's worker that the guards use. Vitest has no public API for them. */
interface VitestGlobals {
  readonly __vitest_mocker__?: {
    readonly moduleRunner: { readonly evaluator: Evaluator };
    getMockerRegistry(): {
      keys(): Iterable<string>;
      get(url: string): { readonly raw: string; readonly id: string } | undefined;
    };
  };
  readonly __vitest_worker__?: {
    readonly filepath?: string;
    readonly current?: { readonly tags?: readonly string[] };
    readonly config?: { readonly name?: string };
  };
}

const vitestGlobals = globalThis as VitestGlobals;

/** Returns the file that is being loaded or run, and its level: Vouch names the Vitest project after it. */
export function workerFile(): { filepath: string; level: string | undefined; tags: readonly string[] } {
  const { filepath = '', config, current } = vitestGlobals.__vitest_worker__ ?? {};
  return { filepath, level: config?.name, tags: current?.tags ?? [] };
}

/** Returns the mocked modules of the running file that other files share, with the names in its code. */
export function mockedModules(): string[] {
  const registry = vitestGlobals.__vitest_mocker__?.getMockerRegistry();
  const mocks = [...(registry?.keys() ?? [])].flatMap((url) => registry?.get(url) ?? []);
  return mocks.filter(({ id }) => isBuiltin(id) || isSharedFile(id)).map(({ raw }) => raw);
}

/**
 * Calls a listener for the modules that files share: for loaded ones now, and for others after their evaluation and
 * before their importers continue.
 */
export function onSharedModule(listener: (id: string, exports: object) => void): void {
  const evaluator = vitestGlobals.__vitest_mocker__?.moduleRunner.evaluator;
  for (const module of evaluatedModules())
    if (isSharedModule(module) && isObject(module.exports)) listener(module.id, module.exports);
  if (evaluator === undefined) return;
  const runExternalModule = evaluator.runExternalModule.bind(evaluator);
  const runInlinedModule = evaluator.runInlinedModule.bind(evaluator);
  evaluator.runExternalModule = async (id) => {
    const exports = await runExternalModule(id);
    listener(id, exports);
    return exports;
  };
  evaluator.runInlinedModule = async (context, code, module) => {
    const result = await runInlinedModule(context, code, module);
    if (isSharedFile(module.id) && isObject(module.exports)) listener(module.id, module.exports);
    return result;
  };
}

/** Returns the exports of the modules that files share. */
export function sharedExports(): object[] {
  return [...evaluatedModules()]
    .filter(isSharedModule)
    .flatMap(({ exports }) => (isObject(exports) ? [exports] : []));
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
