import type { VitestArguments } from './parse-arguments.ts';
import type { InputSettings } from './task-inputs.ts';

/** What holds for a run as a whole. */
export interface RunSettings {
  readonly root: string;
  readonly typed: VitestArguments;
  /** Capabilities whose absence fails the run. */
  readonly required: readonly string[];
  /** Whether `CI` is set: what is only said elsewhere then fails the run. */
  readonly ci: boolean;
  /** Whether results that an earlier, stopped run left may be used. */
  readonly reuse: boolean;
  readonly inputs: InputSettings;
  /** Prints a line of the run as a whole. */
  readonly say: (line: string) => void;
}
