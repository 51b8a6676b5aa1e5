import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Parses the arguments of a command. The error names the wrong one and prints the usage. */
export function parseOptions<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw wrongArgument((error as Error).message.split('. ')[0] ?? '', usage, error);
  }
}

/** @param problem - without its full stop */
export function wrongArgument(problem: string, usage: string, cause?: unknown): Error {
  return new Error(`${problem}.\n\n${usage}`, { cause });
}
