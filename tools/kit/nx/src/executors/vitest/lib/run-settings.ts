import type { VitestArguments } from './parse-arguments.ts';
import type { InputSettings } from './task-inputs.ts';

/** Settings of the whole run. */
export interface RunSettings {
  readonly root: string;
  readonly typed: VitestArguments;
  /** Capabilities whose absence fails the run. */
  readonly required: readonly string[];
  /** True if `CI` is set. Warnings then fail the run. */
  readonly ci: boolean;
  /** True if results of an earlier, stopped run may be used. */
  readonly reuse: boolean;
  readonly inputs: InputSettings;
  /** Prints a line about the whole run. */
  readonly print: (line: string) => void;
}
