import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly port: number;
  readonly reset: boolean;
  readonly help: boolean;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `npm start -- [--port N] [--reset]

  --port N   the API's port on 127.0.0.1 (3000); 0 takes any free port
  --reset    delete the data and start over
  --help     print this text`;

/** @throws UsageError with the wrong argument and the expectation */
export function readOptions(args: readonly string[]): StartOptions {
  const { port, reset, help } = parse(args);
  return { port: portOf(port), reset, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new UsageError(`${what}.\n\n${usage}`, { cause: error });
  }
}

const options = {
  port: { type: 'string', default: '3000' },
  reset: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`"${text}" is not a port: --port takes a number of 0..65535, for example --port 3001`);
}
