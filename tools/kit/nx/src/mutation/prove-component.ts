import { buildReport } from './run/build-report.ts';
import type { MutationReport } from './report/mutation-report.ts';
import { basisOf, loadRun, saveRun } from './run/saved-run.ts';
import { findComponent } from './component-tests.ts';
import { executePlan } from './run/execute-plan.ts';
import { commonFiles, hashFiles } from './run/hash-files.ts';
import { type KnownRun, knownRun, unknownRun } from './run/known-run.ts';
import { type MutatedFile, mutateFiles } from './run/mutated-file.ts';
import { MutationVitest } from './run/mutation-vitest.ts';
import { firstTests, otherTests, promiseTests } from './run/next-plans.ts';
import { type ProveProgress, ProgressCount } from './run/progress-count.ts';

export interface ProveOptions {
  /** False repeats everything. By default, only what has changed since the last run is tried again. */
  readonly isIncremental?: boolean;
  readonly onProgress?: (progress: ProveProgress) => void;
}

/**
 * Changes the app library of a component in many places, one after the other, and runs the tests that execute the
 * changed code. Returns which changes they notice, and saves it in `.vouch/mutants/<component>.json`.
 *
 * @throws Error if the component is unknown or a test fails without a change
 */
export async function proveComponent(
  root: string,
  component: string,
  { isIncremental = true, onProgress }: ProveOptions = {},
): Promise<MutationReport> {
  const { app, specs } = findComponent(root, component);
  const sources = mutateFiles(root, app);
  const saved = isIncremental ? loadRun(root, component) : undefined;
  const hashes = hashFiles(root, [...commonFiles, ...Object.keys(saved?.basis.files ?? {})]);
  const isUsable = commonFiles.every((file) => saved?.basis.files[file] === hashes.get(file));
  const known = saved && isUsable ? knownRun(saved.basis, sources, specs, hashes) : unknownRun(specs);
  const uses = await tryMutants(root, sources, known, onProgress);
  const report = buildReport(component, sources, known.ledger);
  const all = hashFiles(root, [...commonFiles, ...[...uses.values()].flat()]);
  saveRun(root, { ...report, basis: basisOf(sources, known.ledger, uses, all) });
  return report;
}

/** Completes the ledger. Returns the files that each test file uses. */
async function tryMutants(
  root: string,
  sources: readonly MutatedFile[],
  { ledger, covering, specs }: KnownRun,
  onProgress: ProveOptions['onProgress'],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const passes = [
    () => covering,
    () => firstTests(ledger),
    () => promiseTests(ledger),
    () => otherTests(ledger),
  ];
  const uses = new Map(specs);
  const count = new ProgressCount(onProgress);
  const mutated = new Set(sources.map(({ path }) => path));
  const open = (): Promise<MutationVitest> =>
    MutationVitest.open(root, sources, (entries) => count.observe(entries));
  await using lazy = new LazyVitest(open);
  for (const pass of passes) {
    const plan = pass();
    count.begin(plan);
    await executePlan(
      plan,
      async (rest) => {
        const ended = await (await lazy.get()).run(rest);
        for (const [spec, files] of ended.uses)
          uses.set(spec, files.filter((file) => !mutated.has(file) && !/\/(?:\*\*)?$/.test(file)).toSorted());
        return ended;
      },
      ledger,
    );
  }
  return uses;
}

/** Opens Vitest only if there is something to run. */
class LazyVitest implements AsyncDisposable {
  readonly #open: () => Promise<MutationVitest>;
  #opened: Promise<MutationVitest> | undefined;

  constructor(open: () => Promise<MutationVitest>) {
    this.#open = open;
  }

  get(): Promise<MutationVitest> {
    return (this.#opened ??= this.#open());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#opened)?.[Symbol.asyncDispose]();
  }
}
