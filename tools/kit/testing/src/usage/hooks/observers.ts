import type { FileMade, FileUse } from '../collect/collector.ts';
import type { ProgramStart } from '../../children/program-start.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import type { ReportTarget } from './report-target.ts';

/** Receives what this process reads, creates and starts. */
export interface Observer {
  fileUsed(path: string, use: FileUse): void;
  fileMade(path: string, made: FileMade): void;
  variableUsed(name: string): void;
  variableWritten(name: string, before: string | undefined, after: string | undefined): void;
  /** A module imported another one. `importer` is undefined for the first module of a program. */
  moduleResolved(importer: string | undefined, file: string): void;
  /** Returns the target to which the program reports what it uses. */
  programStarted(start: ProgramStart): ReportTarget | undefined;
}

const state = oncePerWorker('usage', () => ({ observers: new Set<Observer>(), paused: false }));

/** Adds an observer: one for the workspace of this run, and one for each outer run that started it. */
export function addObserver(observer: Observer): void {
  state.observers.add(observer);
}

/** Calls all observers. Their own reads are not observed. */
export function observe(notify: (observer: Observer) => void): void {
  if (state.paused) return;
  state.paused = true;
  try {
    for (const observer of state.observers) notify(observer);
  } finally {
    state.paused = false;
  }
}

export function targetsOf(start: ProgramStart): ReportTarget[] {
  const targets: ReportTarget[] = [];
  observe((observer) => {
    const target = observer.programStarted(start);
    if (target !== undefined) targets.push(target);
  });
  return targets;
}

/** Runs code whose reads are already recorded under another name, because functions of `fs` call each other. */
export function unobserved<T>(run: () => T): T {
  if (state.paused) return run();
  state.paused = true;
  try {
    return run();
  } finally {
    state.paused = false;
  }
}
