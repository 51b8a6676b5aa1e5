import { dirname } from 'node:path';
import { RecordingRunner, shareModulesBelow } from '@vouch/testing/usage/worker';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import { type CapabilityName, type Tag, tags } from '../levels/index.ts';
import { readLevels } from '../plugin-options.ts';
import { prepareWorker } from './prepare-worker.ts';
import { levelOfProject } from './level-projects.ts';
import { explainTimeouts } from './time-limit/explain-timeouts.ts';
import { stretchLimits } from './time-limit/stretch-limits.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** The missing capability that prevented the test from running. */
    missing?: string;
  }
}

/** The kit's runner. It tags each test with its level and skips tests that this machine cannot run. */
export default class LevelRunner extends RecordingRunner {
  readonly #level = readLevels(this.config.root).find(
    ({ name }) => name === levelOfProject(this.config.name ?? ''),
  );
  readonly #missing = new Set(this.injectValue('vouchMissing') as string[] | undefined);

  readonly #promises = this.injectValue('vouchPromises') as string[] | undefined;

  constructor(...args: ConstructorParameters<typeof RecordingRunner>) {
    super(...args);
    prepareWorker();
    shareModulesBelow(dirname(import.meta.dirname));
    stretchLimits(this);
  }

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    if (this.#level) file.tags = [...(file.tags ?? []), this.#level.name, ...this.#level.tags];
  }

  /** Skips the hooks of a suite in which no test can run. */
  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onBeforeRunSuite(suite);
    const tests = testsIn(suite);
    const none =
      tests.length > 0 &&
      tests.every((test) => this.#isLeftOut(test) || this.#missingFor(test) !== undefined);
    if (none) Object.assign(TestRunner.getSuiteHooks(suite), { beforeAll: [], afterAll: [], aroundAll: [] });
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    const missing = this.#missingFor(test);
    if (missing === undefined && !this.#isLeftOut(test)) return;
    test.mode = 'skip';
    test.result = { state: 'skip' };
    if (missing !== undefined) test.meta.missing = missing;
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    explainTimeouts(test);
    super.onAfterRunTask(test);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    explainTimeouts(suite);
    await super.onAfterRunSuite(suite);
  }

  #isLeftOut({ meta }: RunnerTestCase): boolean {
    return this.#promises !== undefined && !this.#promises.includes(meta.promise ?? '');
  }

  #missingFor(test: RunnerTestCase): CapabilityName | undefined {
    return this.#needs(test).find((name) => this.#missing.has(name));
  }

  #needs({ tags: own = [] }: RunnerTestCase): CapabilityName[] {
    const byTag = own
      .map((name) => (tags as Record<string, Tag>)[name]?.needs)
      .filter((name) => name !== undefined);
    return [...(this.#level?.needs ?? []), ...byTag];
  }
}

function testsIn(suite: RunnerTestSuite): RunnerTestCase[] {
  return suite.tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task) : [task]));
}
