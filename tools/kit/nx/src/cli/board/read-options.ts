import { type PromiseState, promiseStates } from '../../board/board.ts';
import { parseOptions, wrongArgument } from '../parse-options.ts';

export const formats = ['table', 'json', 'markdown', 'junit', 'github'] as const;

export type Format = (typeof formats)[number];

export interface BoardOptions {
  /** Shows only this component's promises. */
  readonly component: string | undefined;
  /** Shows only promises in these states; all if empty. */
  readonly states: readonly PromiseState[];
  readonly format: Format;
  /** Shows only what changed since this commit. */
  readonly since: string | undefined;
  /** Shows the promises that changed since this release, for its changelog. */
  readonly release: string | undefined;
  /** The promise whose stale tests still prove it. */
  readonly accept: string | undefined;
  readonly check: boolean;
  /** The highest number of promises in a state with which `--check` passes. */
  readonly limits: Readonly<Partial<Record<PromiseState, number>>>;
  readonly help: boolean;
}

export const usage = `npm run board -- [component] [options]

  shows which promises of the contracts are tested, pending, stale or missing a test, by the results of the last runs

  --state=NAMES    only promises in these states, separated by commas: ${promiseStates.join(', ')}
  --format=FORMAT  ${formats.join(', ')}; the default is table
  --since=COMMIT   only promises that the change since the commit touches: their words, their tests, or the code that their tests use
  --release=TAG    the promises that changed since a release, for the changelog, and the version that follows
  --accept=ID      marks the stale tests of a promise as still right, after showing its words before and after
  --check          exits with 1 if a promise is failing, missing, orphaned, stale or unproven
  --max-STATE=N    --check allows N promises in the state: --max-missing=3
  --help           prints this text

  Every run also writes .vouch/board/index.html, the page, and .vouch/board/board.json.`;

/** @throws Error that names the wrong argument and the expected ones */
export function readOptions(args: readonly string[]): BoardOptions {
  const { values, positionals } = parse(args);
  const [component, ...others] = positionals;
  if (others.length > 0)
    throw wrong(
      `${positionals.length} components were given: ${positionals.join(', ')}. Expected at most one`,
    );
  const { state = '', format = 'table', since, release, accept, check = false, help = false } = values;
  return {
    component,
    states: oneOf(promiseStates, '--state', state.split(',').filter(Boolean)),
    format: oneOf(formats, '--format', [format])[0] ?? 'table',
    ...{ since, release, accept, check, help },
    limits: Object.fromEntries(promiseStates.flatMap((name) => limitOf(name, values[`max-${name}`]))),
  };
}

const options = {
  state: { type: 'string' },
  format: { type: 'string' },
  since: { type: 'string' },
  release: { type: 'string' },
  accept: { type: 'string' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const maxima = Object.fromEntries(
  promiseStates.map((state) => [`max-${state}`, { type: 'string' as const }]),
);

type Values = Partial<
  Record<Exclude<keyof typeof options, 'check' | 'help'> | `max-${PromiseState}`, string>
> & {
  readonly check?: boolean;
  readonly help?: boolean;
};

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  const config = { args: [...args], options: { ...options, ...maxima }, allowPositionals: true };
  const parsed: unknown = parseOptions(config, usage);
  return parsed as { values: Values; positionals: string[] };
}

function oneOf<Name extends string>(
  known: readonly Name[],
  option: string,
  given: readonly string[],
): Name[] {
  const unknown = given.find((name) => !(known as readonly string[]).includes(name));
  if (unknown === undefined) return given as Name[];
  throw wrong(`${option}=${unknown} is unknown. Expected one of: ${known.join(', ')}`);
}

function limitOf(state: PromiseState, value: string | undefined): [PromiseState, number][] {
  if (value === undefined) return [];
  if (/^\d+$/.test(value)) return [[state, Number(value)]];
  throw wrong(`--max-${state}=${value} is not a number of promises. Expected 0 or more`);
}

function wrong(problem: string): Error {
  return wrongArgument(problem, usage);
}
