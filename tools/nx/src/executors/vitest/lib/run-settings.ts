import type { VitestArguments } from './parse-arguments.ts';

/** What holds for a run as a whole. */
export interface RunSettings {
  readonly root: string;
  readonly typed: VitestArguments;
  /** Capabilities whose absence fails the run. */
  readonly required: readonly string[];
  /** Whether results that an earlier, stopped run left may be used. */
  readonly reuse: boolean;
  /** Prints a line of the run as a whole. */
  readonly say: (line: string) => void;
}
