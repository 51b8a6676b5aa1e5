import { styleText } from 'node:util';
import type { Usage } from '@vouch/testing/usage';
import type { Vitest } from 'vitest/node';
import { brokenPromises } from './broken-promises.ts';
import { configurationFiles } from './configuration-files.ts';
import { saveDeclarations } from './input-declarations.ts';
import { explainMissing } from './explain-missing.ts';
import type { ResultJournal } from './result-journal.ts';
import { renderTask } from './render-task.ts';
import { writeResults } from './result-file.ts';
import { writeRun } from './run-file.ts';
import type { RunSettings } from './run-settings.ts';
import { slowestFiles } from './slowest-files.ts';
import { plural, Summary } from './summary.ts';
import type { EndedTask, TaskPlan } from './task-ledger.ts';
import { verdictOf } from './task-verdict.ts';
import type { TaskOutcome, VitestTask } from './vitest-task.ts';

/** Turns ended tasks into outcomes and prints the summary of the run. */
export class OutcomeReporter {
  #vitest: Vitest | undefined;
  #configuration: Usage = { files: {}, variables: {}, packages: [] };
  readonly #settings: RunSettings;
  readonly #journal: ResultJournal;
  readonly #report: (outcome: TaskOutcome) => void;
  readonly #summary = new Summary();
  readonly #startTime = Date.now();
  /** Tasks that passed incompletely. */
  readonly #incomplete = new Set<string>();
  /** Tasks without a matching test. They fail only if no task has one. */
  readonly #idle = new Map<VitestTask, string>();

  constructor(settings: RunSettings, journal: ResultJournal, report: (outcome: TaskOutcome) => void) {
    this.#settings = settings;
    this.#journal = journal;
    this.#report = report;
  }

  /** Vitest is open. It renders failures, and its configuration is an input of every task. */
  opened(vitest: Vitest): void {
    this.#vitest = vitest;
    this.#configuration = configurationFiles(vitest);
  }

  taskEnded(ended: EndedTask): void {
    const { task } = ended;
    const verdict = verdictOf(ended, this.#configuration, this.#settings);
    const { outcome, complete } = verdict;
    const output = this.#vitest === undefined ? '' : renderTask(ended, verdict, this.#vitest, this.#settings);
    saveDeclarations(verdict.undeclared, task, this.#settings.root);
    const results = writeResults(ended, this.#settings.root, this.#settings.typed.filtered);
    writeRun(ended, this.#settings.root);
    this.#summary.add(ended);
    this.#idle.delete(task);
    if (outcome === 'passed' && !complete) this.#incomplete.add(task.id);
    else this.#incomplete.delete(task.id);
    if (outcome === 'nothing ran' && this.#settings.typed.narrowed) this.#idle.set(task, output);
    else this.#reportOutcome(task, { success: outcome === 'passed', complete, output });
    // A late error corrects an outcome: a stopped run must not keep the earlier one.
    if (complete) this.#journal.save(task, { output, results });
    else this.#journal.delete([task]);
  }

  /** Prints the summary. */
  async runEnded(plans: readonly TaskPlan[]): Promise<void> {
    for (const { task, files } of plans) if (files.length === 0) this.#idle.set(task, '');
    const { passed, failed, missing } = this.#summary.total();
    const ran = passed + failed > 0;
    for (const [task, output] of this.#idle)
      this.#reportOutcome(task, {
        success: ran,
        complete: false,
        output: `${output}${nothingMatched(task)}\n`,
      });
    if (!ran && this.#idle.size > 0)
      this.#settings.print(
        styleText(
          'red',
          'No test matches the arguments after --. Expected part of a path or title. List the files: npx vitest list --filesOnly',
        ),
      );
    await this.#sumUp(missing);
  }

  async #sumUp(missing: Readonly<Record<string, number>>): Promise<void> {
    const seed = this.#vitest?.config.sequence.seed;
    const lines = [
      '',
      ...this.#summary.render(),
      ...(await brokenPromises(this.#settings.root, this.#summary.reports())),
      ...slowestFiles(this.#summary.reports(), this.#settings.root),
      ...explainMissing(missing, this.#settings.required).map((line) => ` ${line}`),
      ...this.#explainIncomplete(),
      styleText('dim', ` in random order; repeat it with: -- --seed=${seed}`),
    ];
    for (const line of lines) this.#settings.print(line);
  }

  #explainIncomplete(): string[] {
    if (this.#settings.typed.filtered || this.#incomplete.size === 0) return [];
    const again = `${plural(this.#incomplete.size, 'task')} will run again, because a test did not run or an input is not declared`;
    return [styleText('yellow', ` ${again}: ${[...this.#incomplete].join(', ')}`)];
  }

  #reportOutcome(task: VitestTask, ending: Pick<TaskOutcome, 'success' | 'complete' | 'output'>): void {
    this.#report({ task, ...ending, startTime: this.#startTime, endTime: Date.now() });
  }
}

function nothingMatched({ project, level }: VitestTask): string {
  return `No ${level} test of ${project} matches the arguments after --.`;
}
