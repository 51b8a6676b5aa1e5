import { styleText } from 'node:util';
import type { Vitest } from 'vitest/node';
import type { Journal } from './journal.ts';
import { explainMissing, judge } from './judge.ts';
import { renderTask } from './render-task.ts';
import { writeResults } from './result-file.ts';
import type { RunSettings } from './run-settings.ts';
import { Summary } from './summary.ts';
import type { EndedTask, Plan } from './task-ledger.ts';
import type { TaskOutcome, VitestTask } from './vitest-task.ts';

/** Turns ended tasks into outcomes and, when the run is over, sums it up. */
export class OutcomeTeller {
  vitest: Vitest | undefined;
  readonly #settings: RunSettings;
  readonly #journal: Journal;
  readonly #tell: (outcome: TaskOutcome) => void;
  readonly #summary = new Summary();
  readonly #startTime = Date.now();
  /** Tasks in which the filters left nothing: whether that is well shows when the run is over. */
  readonly #idle = new Map<VitestTask, string>();

  constructor(settings: RunSettings, journal: Journal, tell: (outcome: TaskOutcome) => void) {
    this.#settings = settings;
    this.#journal = journal;
    this.#tell = tell;
  }

  taskEnded(ended: EndedTask): void {
    const { root, required, typed } = this.#settings;
    const verdict = judge(ended, required);
    const output = this.vitest === undefined ? '' : renderTask(ended, this.vitest);
    const results = writeResults(ended, root);
    this.#summary.add(ended);
    this.#idle.delete(ended.task);
    if (verdict === 'nothing ran' && typed.narrowed) this.#idle.set(ended.task, output);
    else this.#say(ended.task, verdict !== 'failed', output);
    // A late error takes back what was said: a stopped run must not keep it.
    if (verdict === 'passed') this.#journal.remember(ended.task, { output, results });
    else this.#journal.forget([ended.task]);
  }

  runEnded(plans: readonly Plan[]): void {
    for (const { task, files } of plans) if (files.length === 0) this.#idle.set(task, '');
    const { passed, failed, pending, missing } = this.#summary.total();
    const ran = passed + failed + pending > 0;
    for (const [task, output] of this.#idle) this.#say(task, ran, `${output}${nothingMatched(task)}\n`);
    if (!ran && this.#idle.size > 0)
      this.#settings.say(styleText('red', 'No test matches the arguments after --.'));
    this.#sumUp(missing);
  }

  #sumUp(missing: Readonly<Record<string, number>>): void {
    const seed = this.vitest?.config.sequence.seed;
    const lines = [
      '',
      ...this.#summary.render(),
      ...explainMissing(missing, this.#settings.required).map((line) => ` ${line}`),
      styleText('dim', ` in random order; repeat it with -- --seed=${seed}`),
    ];
    for (const line of lines) this.#settings.say(line);
  }

  #say(task: VitestTask, success: boolean, output: string): void {
    this.#tell({ task, success, output, startTime: this.#startTime, endTime: Date.now() });
  }
}

function nothingMatched({ project, level }: VitestTask): string {
  return `No ${level} test of ${project} matches the arguments after --: nothing ran here.`;
}
