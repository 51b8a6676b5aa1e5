import { chooseFiles } from './choose-files.ts';
import { ResultJournal } from './result-journal.ts';
import { runBatch } from './run-batch.ts';
import type { RunSettings } from './run-settings.ts';
import type { TaskPlan } from './task-ledger.ts';
import type { TaskOutcome, VitestTask } from './vitest-task.ts';

/** Runs all tasks in one Vitest and yields each outcome as soon as it is known. */
export async function* runTasks(
  tasks: readonly VitestTask[],
  settings: RunSettings,
): AsyncGenerator<TaskOutcome> {
  const journal = new ResultJournal(settings.root, settings.reuse);
  const plans: TaskPlan[] = [];
  for (const task of tasks) {
    const kept = journal.load(task);
    if (kept !== undefined)
      yield instantly(task, true, `${kept.output} (from an earlier run that was stopped)\n`);
    else if (task.misnamed.length > 0) yield instantly(task, false, misnamedTests(task));
    else if (task.files.length === 0) yield instantly(task, false, withoutTests(task));
    else plans.push({ task, files: chooseFiles(task.files, settings.root, settings.typed) });
  }
  if (plans.length > 0) yield* outcomesOf(plans, settings, journal);
  journal.delete(tasks);
}

/** Yields an outcome for each task, even if Vitest cannot start. */
async function* outcomesOf(
  plans: readonly TaskPlan[],
  settings: RunSettings,
  journal: ResultJournal,
): AsyncGenerator<TaskOutcome> {
  const reported = new Set<VitestTask>();
  try {
    for await (const outcome of runBatch(plans, settings, journal)) {
      reported.add(outcome.task);
      yield outcome;
    }
  } catch (error) {
    const output = `${error instanceof Error ? error.message : String(error)}\n`;
    for (const { task } of plans) if (!reported.has(task)) yield instantly(task, false, output);
  }
}

function instantly(task: VitestTask, success: boolean, output: string): TaskOutcome {
  const now = Date.now();
  return { task, success, complete: success, output, startTime: now, endTime: now };
}

/** Reports test files that no level runs, so that they do not go unnoticed. */
function misnamedTests({ misnamed, level }: VitestTask): string {
  const renames = misnamed.map(
    (file) => `    git mv ${file} ${file.replace(/\.(?:spec|test)\.\w+$/, '.spec.ts')}\n`,
  );
  return `These ${level} tests never run, because the name of a test file must end in .spec.ts. Rename them:\n${renames.join('')}`;
}

function withoutTests({ project, projectRoot, level }: VitestTask): string {
  return (
    `${project} has no tests at level ${level}. Expected ${projectRoot}/src/${level}/*.spec.ts, or *.${level}.spec.ts ` +
    `beside the code. Write one, or remove the target ${level} from the project's configuration.\n`
  );
}
