import type { FilePlan, RunPlan } from '../worker/session.ts';
import type { Basis, SavedTest } from './saved-run.ts';
import { Ledger } from './ledger.ts';
import type { MutatedFile } from './mutated-file.ts';

/** The start of a run: what an earlier one has found that still holds, and the tests that have to run again. */
export interface KnownRun {
  readonly ledger: Ledger;
  readonly covering: RunPlan;
  /** The files that unchanged test files use. */
  readonly specs: ReadonlyMap<string, readonly string[]>;
}

/** Returns the start of a run that uses nothing from an earlier one. */
export function unknownRun(specs: readonly string[]): KnownRun {
  const covering = Object.fromEntries(specs.map((file): [string, FilePlan] => [file, whole]));
  return { ledger: new Ledger(), covering, specs: new Map() };
}

const whole: FilePlan = { covering: 'all', tests: {} };

/**
 * Keeps the results of unchanged mutants with unchanged tests. Test files that use a changed file run again, and so
 * do the tests that executed a changed function.
 */
export function knownRun(
  basis: Basis,
  sources: readonly MutatedFile[],
  specs: readonly string[],
  hashes: ReadonlyMap<string, string>,
): KnownRun {
  const isSame = (file: string): boolean => basis.files[file] === hashes.get(file);
  const unchanged = new Map(
    Object.entries(basis.specs).filter(([spec, uses]) => specs.includes(spec) && uses.every(isSame)),
  );
  const numbers = newNumbers(basis, sources);
  const ledger = new Ledger();
  const covering: Record<string, FilePlan> = {};
  for (const spec of specs) if (!unchanged.has(spec)) covering[spec] = whole;
  const tests = basis.tests.filter(({ file }) => unchanged.has(file));
  for (const test of tests) ledger.add(renumbered(test, numbers));
  for (const mutant of basis.loaded) for (const known of numbers.get(mutant) ?? []) ledger.loaded.add(known);
  const affected = tests.filter(({ covers }) => covers.some((mutant) => !numbers.has(mutant)));
  for (const [file, own] of Map.groupBy(affected, (test) => test.file))
    covering[file] = { covering: own.map(({ key }) => key), tests: {} };
  return { ledger, covering, specs: unchanged };
}

/** Returns the numbers of the mutants in unchanged functions by their former ones. */
function newNumbers(basis: Basis, sources: readonly MutatedFile[]): Map<number, readonly [number]> {
  const numbers = new Map<number, readonly [number]>();
  const byPath = new Map(sources.map((source) => [source.path, source]));
  for (const known of basis.sources) {
    const source = byPath.get(known.path);
    if (source?.hash !== known.hash) continue;
    const byName = new Map(source.names.map((name, index) => [name, source.first + index]));
    known.names.forEach((name, index) => {
      const number = byName.get(name);
      if (number !== undefined) numbers.set(known.first + index, [number]);
    });
  }
  return numbers;
}

function renumbered(
  { covers, verdicts, ...test }: SavedTest,
  numbers: ReadonlyMap<number, readonly [number]>,
): Parameters<Ledger['add']>[0] {
  return {
    ...test,
    covers: new Set(covers.flatMap((mutant) => numbers.get(mutant) ?? [])),
    verdicts: new Map(
      verdicts.flatMap(([mutant, verdict]) =>
        (numbers.get(mutant) ?? []).map((known) => [known, verdict] as const),
      ),
    ),
  };
}
