/** A task of the batch: the test files of one level in one project. */
export interface VitestTask {
  readonly id: string;
  readonly project: string;
  readonly projectRoot: string;
  readonly level: string;
  /** Nx's cache key, where Nx computed one. */
  readonly hash: string | undefined;
  /** What the key was computed from: globs of each project, variables, packages, the state of the machine. */
  readonly hashedInputs: Readonly<Record<string, string>> | undefined;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Files in the workspace that are named as tests, but in no way that runs. */
  readonly misnamed: readonly string[];
  readonly resultFile: string;
}

/** How a task ended, as Nx is told. */
export interface TaskOutcome {
  readonly task: VitestTask;
  readonly success: boolean;
  /** Whether Nx may store the result under the task's key. */
  readonly complete: boolean;
  readonly output: string;
  readonly startTime: number;
  readonly endTime: number;
}
