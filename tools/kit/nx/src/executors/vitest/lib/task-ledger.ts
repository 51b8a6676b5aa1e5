import type { SerializedError } from 'vitest/node';
import type { BatchListener } from './batch-reporter.ts';
import type { ModuleReport } from './module-report.ts';
import type { VitestTask } from './vitest-task.ts';

/** A task with its files that will run. */
export interface TaskPlan {
  readonly task: VitestTask;
  readonly files: readonly string[];
}

/** A task whose files have all ended. */
export interface EndedTask {
  readonly task: VitestTask;
  readonly reports: readonly ModuleReport[];
}

/** Collects file reports by task and announces a task when its last report is in. */
export class TaskLedger implements BatchListener {
  readonly #reports = new Map<string, ModuleReport>();
  readonly #planOf = new Map<string, TaskPlan>();
  readonly #onEnd: (ended: EndedTask) => void;

  constructor(plans: readonly TaskPlan[], onEnd: (ended: EndedTask) => void) {
    this.#onEnd = onEnd;
    for (const plan of plans) for (const file of plan.files) this.#planOf.set(file, plan);
  }

  moduleEnded(report: ModuleReport): void {
    const plan = this.#planOf.get(report.file);
    if (plan === undefined) return;
    this.#reports.set(report.file, report);
    const reports = plan.files.map((file) => this.#reports.get(file)).filter((known) => known !== undefined);
    if (reports.length === plan.files.length) this.#onEnd({ task: plan.task, reports });
  }

  /** Corrects the result of a task after one of its ended files raised an error. */
  errorAfterEnd(file: string, error: SerializedError): void {
    const report = this.#reports.get(file);
    if (report !== undefined) this.moduleEnded({ ...report, errors: [...report.errors, error] });
  }

  /** An error without a file counts against every file. */
  errorOfAll(error: SerializedError): void {
    for (const file of [...this.#reports.keys()]) this.errorAfterEnd(file, error);
  }

  fileLost(file: string, reason: string): void {
    const error: SerializedError = { name: 'Error', message: reason };
    this.moduleEnded({ file, module: undefined, errors: [error], logs: [] });
  }
}
