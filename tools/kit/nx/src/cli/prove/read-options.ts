import { parseOptions, wrongArgument } from '../parse-options.ts';

export interface ProveCommandOptions {
  /** Undefined only with `help`. */
  readonly component: string | undefined;
  /** False tries every mutant again. */
  readonly incremental: boolean;
  readonly help: boolean;
}

export const usage = `npx vouch prove COMPONENT [--no-incremental]

  changes the app library of a component in many places and reports which changes its tests notice

  COMPONENT         a folder below libs, such as identity
  --no-incremental  tries every change again, not only those that edits since the last run affect
  --help            prints this text`;

/** @throws Error that names the wrong argument and prints the usage */
export function readOptions(args: readonly string[]): ProveCommandOptions {
  const config = { args: [...args], options, allowPositionals: true, allowNegative: true };
  const { values, positionals } = parseOptions(config, usage);
  const [component, ...others] = positionals;
  const { incremental, help } = values;
  if (others.length > 0) throw wrongArgument(`Unexpected argument ${JSON.stringify(others[0])}`, usage);
  if (component === undefined && !help) throw wrongArgument('No component given. Expected its name', usage);
  return { component, incremental, help };
}

const options = {
  incremental: { type: 'boolean', default: true },
  help: { type: 'boolean', default: false },
} as const;
