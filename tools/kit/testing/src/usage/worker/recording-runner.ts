import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import { loaderOf } from '../../children/plain-copy.ts';
import { renewModules } from '../../worker/renew-modules.ts';
import type * as Recorder from './start-recorder.ts';

const require = createRequire(import.meta.url);
const { startRecorder } = require(loaderOf('usage/worker/start-recorder')) as typeof Recorder;

/**
 * Vitest's runner, extended: it evaluates the modules of the workspace for each test file, records what the file
 * uses, and stores that in the file's `meta`.
 */
export class RecordingRunner extends TestRunner {
  readonly #recorder = startRecorder(this.config.root, dirname(dirname(import.meta.dirname)));

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    renewModules();
    this.#recorder.begin(file.filepath);
  }

  override importFile(file: string, source: 'collect' | 'setup'): unknown {
    if (source === 'collect') this.#recorder.collect();
    return super.importFile(file, source);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onBeforeRunSuite(suite);
    if (suite.file === suite && suite.mode !== 'run') this.#end(suite);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite.file === suite) this.#end(suite);
  }

  #end(file: RunnerTestSuite): void {
    const usage = this.#recorder.end();
    if (usage !== undefined) file.meta.usage = usage;
  }
}
