import { getEnvironmentData } from 'node:worker_threads';

/** Where a program that a test starts reports what it uses. Set in the environment of programs only. */
export const reportVariable = 'VOUCH_USAGE';

/** The run of a workspace that a program was started from. There are several where a test runs tests. */
export interface ReportTarget {
  readonly root: string;
  /** The folders in which the kit stands. */
  readonly kits: readonly string[];
  /** A file that exists as long as anybody reads it. */
  readonly report: string;
  /** The line that started the program. */
  readonly by: string;
  /** Variables that have another value than in the environment of the run, or are missing. */
  readonly changed: readonly string[];
  /** Whether the environment was made of that of the run: then a variable that is not set, is not set there. */
  readonly inherits: boolean;
}

/** Who wants to know what this program does. */
export function targetsOfThisProgram(): ReportTarget[] {
  const given = getEnvironmentData(reportVariable) ?? process.env[reportVariable];
  return typeof given === 'string' ? (JSON.parse(given) as ReportTarget[]) : [];
}
