import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInScratch, type ScratchWorkspace } from '@vouch/scratch';
import type { Usage } from '@vouch/testing/usage';

const reporter = `
  import { appendFileSync, writeFileSync } from 'node:fs';
  const file = import.meta.dirname + '/usage.jsonl';
  export default class {
    onInit() { writeFileSync(file, ''); }
    onTestModuleEnd(module) {
      const { relativeModuleId: name } = module;
      const errors = [...module.errors(), ...[...module.children.allTests()].flatMap((test) => test.result().errors ?? [])];
      const problem = errors.map(({ message }) => message).join('\\n');
      appendFileSync(file, JSON.stringify({ name, problem, usage: module.meta().usage }) + '\\n');
    }
  }`;

/** Sorted by name, so that the order of files is known. */
const config = `
  import { vouchConfig } from '@vouch/nx/vitest';
  class ByName {
    shard(files) { return files; }
    sort(files) { return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1)); }
  }
  const { test, ...config } = await vouchConfig(import.meta.dirname);
  export default { ...config, test: { ...test, sequence: { sequencer: ByName } } };`;

export interface RecordedFile {
  readonly name: string;
  /** The reason why the file failed; empty if it passed. */
  readonly problem: string;
  readonly usage: Usage;
}

/** Without the recorder of the surrounding run. */
const alone = ['-u', 'NODE_OPTIONS', '-u', 'VOUCH_USAGE'];

/**
 * Runs the tests of a scratch workspace and returns the recorded uses of each file, by path. A nested run is also
 * recorded as a program of the test that starts it.
 */
export async function recordScratch(
  workspace: ScratchWorkspace,
  env: Readonly<Record<string, string>> = {},
  isNested = false,
): Promise<Readonly<Record<string, RecordedFile>>> {
  workspace.write('usage-reporter.mjs', reporter).write('usage.config.mjs', config);
  const vitest = join(workspace.path, 'node_modules/vitest/vitest.mjs');
  const options = ['--config=usage.config.mjs', '--reporter=./usage-reporter.mjs', '--maxWorkers=1'];
  const place = { cwd: workspace.path, env: { ...env, CI: '' } };
  const command = [process.execPath, vitest, 'run', ...options];
  const { output } = await runInScratch('env', isNested ? command : [...alone, ...command], place);
  const lines = readFileSync(join(workspace.path, 'usage.jsonl'), 'utf8').trim().split('\n');
  if (lines[0] === '')
    throw new Error(`No test file has run. Expected usage.jsonl with an entry per file:\n${output}`);
  const recorded = lines.map((line) => JSON.parse(line) as RecordedFile);
  return Object.fromEntries(recorded.map((file) => [file.name, file]));
}
