/** A task of the batch: the test files of one level in one project. */
export interface VitestTask {
  readonly id: string;
  readonly project: string;
  readonly projectRoot: string;
  readonly level: string;
  /** Nx's cache key, if Nx computed one. */
  readonly hash: string | undefined;
  /** The inputs of the key: globs of each project, variables, packages, the state of the machine. */
  readonly hashedInputs: Readonly<Record<string, string>> | undefined;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Files that are named like tests, but that no level runs. */
  readonly misnamed: readonly string[];
  readonly resultFile: string;
}

/** The result of a task, as reported to Nx. */
export interface TaskOutcome {
  readonly task: VitestTask;
  readonly success: boolean;
  /** True if Nx may cache the result. */
  readonly complete: boolean;
  readonly output: string;
  readonly startTime: number;
  readonly endTime: number;
}
