import { parseOptions } from '../parse-options.ts';

export interface CoverageOptions {
  /** Writes only the report, from earlier counts. */
  readonly report: boolean;
  /** Part of a path. The command prints the uncovered lines of the matching files. */
  readonly missing: string | undefined;
  readonly help: boolean;
}

export const usage = `npm run coverage -- [--report] [--missing PATH]

  runs the tests of all levels, adds up their coverage and checks it against the gates

  --report        runs no tests; reports the coverage recorded since NODE_V8_COVERAGE=coverage/raw was set
  --missing PATH  prints the uncovered lines of the files whose path contains PATH, from the last report
  --help          prints this text`;

/** @throws Error that names the wrong argument and prints the usage */
export function readOptions(args: readonly string[]): CoverageOptions {
  const config = { args: [...args], options, allowPositionals: false };
  const { report, missing, help } = parseOptions(config, usage).values;
  return { report, missing, help };
}

const options = {
  report: { type: 'boolean', default: false },
  missing: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;
