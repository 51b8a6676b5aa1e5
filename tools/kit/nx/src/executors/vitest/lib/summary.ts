import { styleText } from 'node:util';
import type { Outcome } from '../../../results/task-results.ts';
import { type Counts, countTests, type ModuleReport, testsOf } from './module-report.ts';
import { renderCounts } from './render-counts.ts';
import type { EndedTask } from './task-ledger.ts';

interface Row {
  tasks: number;
  files: number;
  counts: Counts;
}

/** Counts ended tasks by level. */
export class Summary {
  readonly #ended = new Map<string, EndedTask>();

  add(ended: EndedTask): void {
    this.#ended.set(ended.task.id, ended);
  }

  total(): Counts {
    return [...this.#rows().values()].map(({ counts }) => counts).reduce(plus, countTests([]));
  }

  /** Renders one line per level. */
  render(): string[] {
    return [...this.#rows()].map(
      ([level, { tasks, files, counts }]) =>
        ` ${styleText('bold', level.padEnd(12))} ${plural(tasks, 'task')}, ${plural(files, 'file')}: ${renderCounts(counts)}`,
    );
  }

  reports(): ModuleReport[] {
    return [...this.#ended.values()].flatMap(({ reports }) => reports);
  }

  #rows(): Map<string, Row> {
    const rows = new Map<string, Row>();
    for (const { task, reports } of this.#ended.values()) {
      const row = rows.get(task.level) ?? { tasks: 0, files: 0, counts: countTests([]) };
      row.tasks += 1;
      row.files += reports.length;
      row.counts = plus(row.counts, countTests(testsOf(reports)));
      rows.set(task.level, row);
    }
    return rows;
  }
}

export function plural(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

function plus(one: Counts, other: Counts): Counts {
  const sum = { ...one, missing: { ...one.missing } };
  for (const outcome of ['passed', 'failed', 'skipped', 'pending'] satisfies Outcome[])
    sum[outcome] += other[outcome];
  for (const [name, tests] of Object.entries(other.missing))
    sum.missing[name] = (sum.missing[name] ?? 0) + tests;
  return sum;
}
