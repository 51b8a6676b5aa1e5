import { parseArgs } from 'node:util';

export interface CoverageOptions {
  /** Only the report, of what was counted before. */
  readonly report: boolean;
  /** Files of which to show the lines that nothing ran: those whose path holds this. */
  readonly missing: string | undefined;
  readonly help: boolean;
}

export const usage = `npm run coverage -- [--report] [--missing PATH]

  runs the tests of all levels, adds up what they ran, and holds it against the gates

  --report        runs nothing, reports what was counted since NODE_V8_COVERAGE=coverage/raw was set
  --missing PATH  shows the lines that nothing ran, of files whose path holds PATH, from the last report
  --help          shows this`;

/** @throws Error saying which argument is wrong and what is right */
export function readOptions(args: readonly string[]): CoverageOptions {
  try {
    const { report, missing, help } = parseArgs({ args: [...args], options, allowPositionals: false }).values;
    return { report, missing, help };
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new Error(`${what}.\n\n${usage}`, { cause: error });
  }
}

const options = {
  report: { type: 'boolean', default: false },
  missing: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;
