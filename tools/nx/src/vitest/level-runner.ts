import { type RunnerTestFile, TestRunner } from 'vitest';

/** Vitest's runner, which also gives every test the tag of its level: the name of the project that runs it. */
export default class LevelRunner extends TestRunner {
  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    file.tags = [...(file.tags ?? []), this.config.name ?? 'unit'];
  }
}
