import type { TestSpecification, Vitest } from 'vitest/node';
import { BatchReporter } from './batch-reporter.ts';
import type { ResultJournal } from './result-journal.ts';
import { OutcomeReporter } from './outcome-reporter.ts';
import { openVitest, specificationOf } from '../../../vitest/open-vitest.ts';
import { Progress } from './progress.ts';
import { runFiles } from './run-files.ts';
import type { RunSettings } from './run-settings.ts';
import { type TaskPlan, TaskLedger } from './task-ledger.ts';
import type { TaskOutcome } from './vitest-task.ts';

/**
 * Runs the planned files in one Vitest. Yields an outcome when a task ends, and another one if a late error changes
 * it.
 */
export async function* runBatch(
  plans: readonly TaskPlan[],
  settings: RunSettings,
  journal: ResultJournal,
): AsyncGenerator<TaskOutcome> {
  const { readable, writable } = new TransformStream<TaskOutcome, TaskOutcome>(undefined, {
    highWaterMark: Number.POSITIVE_INFINITY,
  });
  const writer = writable.getWriter();
  const run = runAll(plans, settings, journal, (outcome) => void writer.write(outcome)).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  yield* readable;
  await run;
}

async function runAll(
  plans: readonly TaskPlan[],
  settings: RunSettings,
  journal: ResultJournal,
  report: (outcome: TaskOutcome) => void,
): Promise<void> {
  using progress = new Progress(plans.flatMap(({ files }) => files).length, settings.print);
  const outcomes = new OutcomeReporter(settings, journal, report);
  const ledger = new TaskLedger(plans, (ended) => outcomes.taskEnded(ended));
  const reporter = new BatchReporter({
    moduleEnded: (report) => {
      progress.fileEnded();
      ledger.moduleEnded(report);
    },
    errorAfterEnd: (file, error) => ledger.errorAfterEnd(file, error),
  });
  const vitest = await openVitest(settings.root, settings.typed.options, reporter);
  const { promises } = settings.typed;
  if (promises) vitest.provide('vouchPromises', [...promises.ids]);
  try {
    outcomes.opened(vitest);
    await runFiles(vitest, specificationsOf(plans, vitest, ledger), reporter, ledger);
    await outcomes.runEnded(plans);
  } finally {
    await vitest.close();
    // Vitest sets the exit code of this process, but Nx reads the outcomes.
    process.exitCode = undefined;
  }
}

function specificationsOf(
  plans: readonly TaskPlan[],
  vitest: Vitest,
  ledger: TaskLedger,
): TestSpecification[] {
  return plans
    .flatMap(({ files }) => files)
    .flatMap((file) => {
      const specification = specificationOf(vitest, file);
      if (specification === undefined)
        ledger.fileLost(file, 'No project of vitest.config.ts includes this file');
      return specification ?? [];
    });
}
