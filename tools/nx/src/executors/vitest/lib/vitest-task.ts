/** A task of the batch: the test files of one level in one project. */
export interface VitestTask {
  readonly id: string;
  readonly project: string;
  readonly projectRoot: string;
  readonly level: string;
  /** Nx's cache key, where Nx computed one. */
  readonly hash: string | undefined;
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly resultFile: string;
}

/** How a task ended, as Nx is told. */
export interface TaskOutcome {
  readonly task: VitestTask;
  readonly success: boolean;
  readonly output: string;
  readonly startTime: number;
  readonly endTime: number;
}
