import { getEnvironmentData } from 'node:worker_threads';

/** The variable with the targets to which a started program reports. It is set only in the environment of programs. */
export const reportVariable = 'VOUCH_USAGE';

/** A run of a workspace that started a program. A program has several if a test runs tests. */
export interface ReportTarget {
  readonly root: string;
  /** The folders that hold a copy of the kit. */
  readonly kits: readonly string[];
  /** The report file. It exists as long as it will be read. */
  readonly report: string;
  /** The line that started the program. */
  readonly by: string;
  /** Variables that are missing or differ from the environment of the run. */
  readonly changed: readonly string[];
  /** True if the environment was derived from that of the run: then a missing variable is missing there as well. */
  readonly inherits: boolean;
}

/** Returns the targets to which this program reports. */
export function targetsOfThisProgram(): ReportTarget[] {
  const given = getEnvironmentData(reportVariable) ?? process.env[reportVariable];
  return typeof given === 'string' ? (JSON.parse(given) as ReportTarget[]) : [];
}
