import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import LevelRunner from '../../vitest/level-runner.ts';
import { levelOfProject } from '../../vitest/level-projects.ts';
import { FileRun } from './file-run.ts';
import { JournalWriter } from './journal-writer.ts';
import { keyedTests } from './key-of-tests.ts';
import { MutantSwitch } from './mutant-switch.ts';
import type { MutationSession, RunPlan } from './session.ts';
import type { TestRun } from './test-run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    vouchMutation: MutationSession;
  }
}

/** Runs each planned test once without a mutant, and then once with each mutant that the plan names for it. */
export default class MutationRunner extends LevelRunner {
  readonly #session = this.injectValue('vouchMutation') as MutationSession;
  readonly #switch = MutantSwitch.of(this.#session.mutants);
  readonly #journal = new JournalWriter(this.#session.journal);
  #file: FileRun | undefined;
  #test: TestRun | undefined;

  onCollected(files: RunnerTestFile[]): void {
    const plan = JSON.parse(readFileSync(this.#session.plan, 'utf8')) as RunPlan;
    const { sources } = this.#session;
    for (const file of files) {
      const path = relative(this.config.root, file.filepath).replaceAll('\\', '/');
      const level = levelOfProject(this.config.name ?? '');
      this.#file = new FileRun(
        { path, level },
        { plan: plan[path], sources, switch: this.#switch, journal: this.#journal },
      );
      for (const [key, test] of keyedTests(file)) this.#file.admit(key, test);
      runInOrder(file);
    }
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    this.#test = test.mode === 'run' || test.mode === 'queued' ? this.#file?.begin(test) : undefined;
    // Vitest compares it before each attempt.
    if (this.#test !== undefined) Object.assign(test, { repeats: this.#test, retry: 0 });
    else test.mode = 'skip';
  }

  override onBeforeTryTask(...args: Parameters<LevelRunner['onBeforeTryTask']>): void {
    super.onBeforeTryTask(...args);
    this.#test?.beginAttempt();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    await this.#test?.runAttempt(() => run());
  }

  override async onAfterRetryTask(...args: Parameters<LevelRunner['onAfterRetryTask']>): Promise<void> {
    await super.onAfterRetryTask(...args);
    this.#test?.endAttempt();
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    this.#test?.end();
    super.onAfterRunTask(test);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite.file === suite) this.#file?.end();
  }
}

/** A mutant is active for the whole process, so tests cannot run at the same time. */
function runInOrder(suite: RunnerTestSuite): void {
  delete suite.concurrent;
  for (const task of suite.tasks) {
    delete task.concurrent;
    if (task.type === 'suite') runInOrder(task);
  }
}
