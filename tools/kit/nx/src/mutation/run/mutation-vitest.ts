import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { siblingModule } from '@vouch/testing/sibling-module';
import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';
import { openVitest, specificationOf } from '../../vitest/open-vitest.ts';
import type { FilePlan, JournalEntry, MutationSession, RunPlan } from '../worker/session.ts';
import { HangGuard } from './hang-guard.ts';
import { JournalReader } from './journal-reader.ts';
import { mutantsPlugin } from './mutants-plugin.ts';
import type { MutatedFile } from './mutated-file.ts';

const runner = siblingModule(import.meta.url, '../worker/mutation-runner');
const pause = 200;

/** A finished run of a plan. */
export interface EndedRun {
  readonly entries: readonly JournalEntry[];
  /** Workspace files that each test file has imported or read. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** Errors of test files that could not be loaded, and errors outside of tests. */
  readonly errors: readonly string[];
}

/** A Vitest whose workers have the mutants of an app library. */
export class MutationVitest implements AsyncDisposable {
  readonly #root: string;
  readonly #vitest: Vitest;
  readonly #collector: Collector;
  readonly #session: MutationSession;
  readonly #journal: JournalReader;
  readonly #onEntries: (entries: readonly JournalEntry[]) => void;

  static async open(
    root: string,
    files: readonly MutatedFile[],
    onEntries: (entries: readonly JournalEntry[]) => void,
  ): Promise<MutationVitest> {
    const folder = mkdtempSync(join(tmpdir(), 'vouch-mutants-'));
    const mutants = files.reduce((sum, file) => sum + file.mutants.length, 0);
    const sources = files.map(({ first }) => first);
    const paths = { plan: join(folder, 'plan.json'), journal: join(folder, 'journal.jsonl') };
    const session = { ...paths, mutants, sources };
    const collector = new Collector(root);
    const options = {
      // Many attempts wait for something that a mutant prevents.
      maxWorkers: 2 * availableParallelism(),
      // The order decides which of two tests of a file notices a mutant.
      sequence: { seed: 1, sequencer: GivenOrder },
      // It does not know what the plugin does to a module: an edit of another file renumbers its mutants.
      fsModuleCache: false,
    };
    const vitest = await openVitest(root, options, collector, { plugins: [mutantsPlugin(root, files)] });
    vitest.provide('vouchMutation', session);
    for (const { config } of vitest.projects) config.runner = runner;
    return new MutationVitest(root, vitest, collector, session, onEntries);
  }

  private constructor(
    root: string,
    vitest: Vitest,
    collector: Collector,
    session: MutationSession,
    onEntries: (entries: readonly JournalEntry[]) => void,
  ) {
    this.#root = root;
    this.#vitest = vitest;
    this.#collector = collector;
    this.#session = session;
    this.#journal = new JournalReader(session.journal);
    this.#onEntries = onEntries;
  }

  async run(plan: RunPlan): Promise<EndedRun> {
    writeFileSync(this.#session.plan, JSON.stringify(plan));
    this.#collector.reset();
    const files = Object.keys(plan).toSorted((one, other) => workOf(plan[other]) - workOf(plan[one]));
    const specifications = files.flatMap(
      (file) => specificationOf(this.#vitest, join(this.#root, file)) ?? [],
    );
    const entries: JournalEntry[] = [];
    const hangs = new HangGuard();
    const look = (): void => {
      const read = this.#journal.read();
      entries.push(...read);
      hangs.observe(read);
      hangs.endHangingWorkers();
      if (read.length > 0) this.#onEntries(read);
    };
    const timer = setInterval(look, pause);
    try {
      await this.#vitest.runTestSpecifications(specifications, true);
    } finally {
      clearInterval(timer);
    }
    look();
    return { entries, uses: this.#collector.uses, errors: this.#errors() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#journal[Symbol.dispose]();
    await this.#vitest.close();
    rmSync(join(this.#session.plan, '..'), { recursive: true, force: true });
    // Vitest sets the exit code of this process.
    process.exitCode = undefined;
  }

  #errors(): string[] {
    const unhandled = this.#vitest.state.getUnhandledErrors() as { message?: string }[];
    return [...this.#collector.errors, ...unhandled.map(({ message = '' }) => message)];
  }
}

/** Returns the number of attempts that a file may need: the longest files begin first. */
function workOf(plan: FilePlan | undefined): number {
  const tests = Object.values(plan?.tests ?? {});
  return tests.reduce((sum, { tries, proofs }) => sum + tries.length + proofs.length, 0);
}

/** Runs files in the order in which they are given. */
class GivenOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

/** Collects what Vitest reports about test files. */
class Collector implements Reporter {
  uses = new Map<string, readonly string[]>();
  errors: string[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  reset(): void {
    this.uses = new Map();
    this.errors = [];
  }

  onTestModuleEnd(module: TestModule): void {
    const file = relative(this.#root, module.moduleId).replaceAll('\\', '/');
    const { usage } = module.meta();
    if (usage !== undefined) this.uses.set(file, Object.keys(usage.files));
    this.errors.push(...module.errors().map(({ message }) => `${file}: ${message}`));
  }
}
