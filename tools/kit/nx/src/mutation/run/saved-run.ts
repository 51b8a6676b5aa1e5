import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Verdict } from '../worker/session.ts';
import { compare, type Ledger } from './ledger.ts';
import type { MutatedFile } from './mutated-file.ts';
import type { MutationReport } from '../report/mutation-report.ts';

/** A report with all that the next run needs to repeat only what an edit affects. */
export interface SavedRun extends MutationReport {
  readonly basis: Basis;
}

export interface Basis {
  /** Hashes of the files that test files use, besides the mutated ones. */
  readonly files: Readonly<Record<string, string>>;
  readonly sources: readonly SavedSource[];
  /** The files that each test file uses. */
  readonly specs: Readonly<Record<string, readonly string[]>>;
  readonly tests: readonly SavedTest[];
  /** Mutants that are executed outside of tests. */
  readonly loaded: readonly number[];
}

export interface SavedSource {
  readonly path: string;
  readonly hash: string;
  /** Hash of the whole file: the report holds until it changes. */
  readonly content: string;
  readonly first: number;
  readonly names: readonly string[];
}

export interface SavedTest {
  readonly file: string;
  readonly key: string;
  readonly level: string;
  readonly promise?: string;
  readonly covers: readonly number[];
  readonly verdicts: readonly (readonly [mutant: number, verdict: Verdict])[];
}

/** Returns the last run of a component, if there is one. */
export function loadRun(root: string, component: string): SavedRun | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(root, component), 'utf8')) as SavedRun;
  } catch {
    return undefined;
  }
}

export function saveRun(root: string, run: SavedRun): string {
  const file = fileOf(root, run.component);
  mkdirSync(dirname(file), { recursive: true });
  const { component, mutants, promises, basis } = run;
  const report = JSON.stringify({ component, mutants, promises }, null, 1);
  writeFileSync(file, `${report.slice(0, -2)},\n "basis": ${JSON.stringify(basis)}\n}\n`);
  return file;
}

export function basisOf(
  sources: readonly MutatedFile[],
  ledger: Ledger,
  specs: ReadonlyMap<string, readonly string[]>,
  hashes: ReadonlyMap<string, string>,
): Basis {
  return {
    files: Object.fromEntries([...hashes].toSorted(byKey)),
    sources: sources.map(({ path, hash, content, first, names }) => ({ path, hash, content, first, names })),
    specs: Object.fromEntries([...specs].toSorted(byKey)),
    tests: ledger.tests.map(({ covers, verdicts, ...test }) => ({
      ...test,
      covers: [...covers].toSorted((one, other) => one - other),
      verdicts: [...verdicts].toSorted(([one], [other]) => one - other),
    })),
    loaded: [...ledger.loaded].toSorted((one, other) => one - other),
  };
}

function fileOf(root: string, component: string): string {
  return join(root, '.vouch/mutants', `${component}.json`);
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return compare(one, other);
}
