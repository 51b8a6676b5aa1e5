import type { FileMade, FileUse } from '../collect/collector.ts';
import type { ProgramStart } from '../../children/program-start.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import type { ReportTarget } from './report-target.ts';

/** Hears what this process reads, makes and starts. */
export interface Observer {
  fileUsed(path: string, use: FileUse): void;
  fileMade(path: string, made: FileMade): void;
  variableUsed(name: string): void;
  variableWritten(name: string, before: string | undefined, after: string | undefined): void;
  /** A module asked for another; `importer` is undefined for the first of a program. */
  moduleResolved(importer: string | undefined, file: string): void;
  /** Returns where the program is to report what it uses. */
  programStarted(start: ProgramStart): ReportTarget | undefined;
}

const state = oncePerWorker('usage', () => ({ observers: new Set<Observer>(), paused: false }));

/** One for the workspace of this run, and one for that of each run that this one was started from. */
export function addObserver(observer: Observer): void {
  state.observers.add(observer);
}

/** Tells all observers. What they read themselves is not observed. */
export function observe(tell: (observer: Observer) => void): void {
  if (state.paused) return;
  state.paused = true;
  try {
    for (const observer of state.observers) tell(observer);
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

/** Runs something whose reads are known by another name: the functions of `fs` call each other. */
export function unobserved<T>(run: () => T): T {
  if (state.paused) return run();
  state.paused = true;
  try {
    return run();
  } finally {
    state.paused = false;
  }
}
