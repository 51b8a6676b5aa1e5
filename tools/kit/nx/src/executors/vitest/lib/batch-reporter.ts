import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestModule, TestRunEndReason, Vitest } from 'vitest/node';
import type { ModuleReport } from './module-report.ts';

export interface BatchListener {
  /** A test file has ended and runs no more code. */
  moduleEnded(report: ModuleReport): void;
  /** A file raised an error after it had ended. */
  errorAfterEnd(file: string, error: SerializedError): void;
}

/** Collects Vitest's reports on each test file until the file has ended. */
export class BatchReporter implements Reporter {
  /** Files that a worker has started. */
  readonly started = new Set<string>();
  readonly ended = new Set<string>();
  /** Errors that Vitest could not trace to a file. */
  readonly unclaimed: SerializedError[] = [];
  interrupted = false;
  #vitest: Vitest | undefined;
  readonly #logs = new Map<string, UserConsoleLog[]>();
  readonly #reported = new Set<unknown>();
  readonly #listener: BatchListener;

  constructor(listener: BatchListener) {
    this.#listener = listener;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    this.started.add(moduleId);
  }

  onTestModuleEnd(module: TestModule): void {
    this.#end(module);
  }

  onUserConsoleLog(log: UserConsoleLog): void {
    const task = log.taskId === undefined ? undefined : this.#vitest?.state.idMap.get(log.taskId);
    const file = task?.file.filepath ?? log.origin ?? '';
    const logs = this.#logs.get(file);
    if (logs === undefined) this.#logs.set(file, [log]);
    else logs.push(log);
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    this.interrupted = reason === 'interrupted';
    for (const module of modules) if (isOver(module)) this.#end(module);
    for (const error of errors) if (!this.#reported.has(error)) this.#assign(error);
  }

  #end(module: TestModule): void {
    const file = module.moduleId;
    if (this.ended.has(file)) return;
    this.ended.add(file);
    const known = (this.#vitest?.state.getUnhandledErrors() ?? []) as SerializedError[];
    const errors = known.filter((error) => originOf(error) === file);
    for (const error of errors) this.#reported.add(error);
    this.#listener.moduleEnded({ file, module, errors, logs: this.#logs.get(file) ?? [] });
  }

  #assign(error: SerializedError): void {
    const file = originOf(error);
    if (file !== undefined && this.ended.has(file)) this.#listener.errorAfterEnd(file, error);
    else this.unclaimed.push(error);
  }
}

function originOf({ VITEST_TEST_PATH: file }: SerializedError): string | undefined {
  return typeof file === 'string' ? file : undefined;
}

function isOver(module: TestModule): boolean {
  return ['passed', 'failed', 'skipped'].includes(module.state());
}
