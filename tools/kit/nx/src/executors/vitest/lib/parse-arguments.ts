import type { CliOptions } from 'vitest/node';
import type { ChosenPromises } from './choose-promises.ts';

/** The arguments after `--`: Vitest options, file filters and a shard. */
export interface VitestArguments {
  readonly options: CliOptions;
  /** Parts of paths. A file runs if its path contains one of them. */
  readonly filters: readonly string[];
  readonly shard: Shard | undefined;
  /** The promises whose tests run. Without them, the tests of all promises and all other tests. */
  readonly promises?: ChosenPromises;
  /** True if the arguments leave out tests on purpose. */
  readonly narrowed: boolean;
  /** True if they choose tests by path or name, and not by shard. */
  readonly filtered: boolean;
  /** True if the arguments leave out tests of files that run. */
  readonly byName: boolean;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Options that the executor sets itself. */
const owned = [
  'root',
  'config',
  'project',
  'run',
  'watch',
  'ui',
  'reporter',
  'standalone',
  'mergeReports',
] as const;

export async function parseArguments(
  typed: readonly string[],
  promises?: ChosenPromises,
): Promise<VitestArguments> {
  const { parseCLI } = await import('vitest/node');
  const words = typed.map(expandSeed);
  await rejectUnknownOptions(words);
  const { filter: filters, options } = parseCLI(['vitest', ...words]);
  for (const name of owned) rejectOwned(name, options);
  const { shard, ...rest } = options;
  const byName = 'testNamePattern' in rest || 'tagsFilter' in rest || promises !== undefined;
  return {
    options: rest,
    filters,
    shard: parseShard(shard),
    ...(promises && { promises }),
    narrowed: filters.length > 0 || shard !== undefined || byName,
    filtered: filters.length > 0 || byName,
    byName,
  };
}

/** Expands `--seed=5` to Vitest's `--sequence.seed=5`. */
function expandSeed(argument: string): string {
  return argument.replace(/^--seed(?==|$)/, '--sequence.seed');
}

/**
 * Throws on unknown options. `parseCLI` accepts them; the parser below it, which Vitest exports without its type,
 * does not.
 */
async function rejectUnknownOptions(words: readonly string[]): Promise<void> {
  const { createCLI } = (await import('vitest/node')) as unknown as { createCLI: () => CommandLine };
  const cli = createCLI();
  cli.parse(['node', 'vitest', ...words], { run: false });
  cli.globalCommand.checkUnknownOptions();
}

interface CommandLine {
  parse(words: string[], options: { run: false }): void;
  readonly globalCommand: { checkUnknownOptions(): void };
}

function rejectOwned(name: (typeof owned)[number], options: CliOptions): void {
  if (!(name in options)) return;
  throw new Error(
    `--${name} cannot be passed to Vitest, because the executor sets it. Run Vitest directly: npx vitest --${name} …`,
  );
}

function parseShard(shard: string | undefined): Shard | undefined {
  if (shard === undefined) return undefined;
  const [index = Number.NaN, count = Number.NaN] = shard.split('/').map(Number);
  if (Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count)
    return { index, count };
  throw new Error(
    `--shard=${shard} is not a shard. Expected <index>/<count> with 1 ≤ index ≤ count: --shard=1/3`,
  );
}
