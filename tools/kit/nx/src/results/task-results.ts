import type { TestCase } from 'vitest/node';

/** The content of `.vouch/results/<project root>/<level>.json`, the cached output of a task. */
export interface TaskResults {
  readonly project: string;
  readonly level: string;
  readonly tests: readonly Result[];
}

export type Outcome = 'passed' | 'failed' | 'skipped' | 'pending';

export interface Result {
  /** Relative to the workspace. */
  readonly file: string;
  /** The titles of the test and of its suites, joined by ` > `. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly tags: readonly string[];
  readonly meta: ReturnType<TestCase['meta']>;
}

/**
 * The content of `.vouch/runs/<project root>/<level>.json`: what differs from run to run. It is no output of the
 * task, so that the cached output is the same bytes each time.
 */
export interface TaskRun {
  /** By file. */
  readonly files: Readonly<Record<string, FileRun>>;
}

export interface FileRun {
  /** Milliseconds of each test, by name. */
  readonly tests: Readonly<Record<string, number>>;
  /** The files of the workspace that it imported or read. */
  readonly used: readonly string[];
}
