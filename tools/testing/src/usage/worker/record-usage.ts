import { shared } from '../../guards/shared.ts';
import { observeEnvironment } from '../hooks/observe-environment.ts';
import { observeFiles } from '../hooks/observe-files.ts';
import { observeModules } from '../hooks/observe-modules.ts';
import { addObserver } from '../hooks/observers.ts';
import type { Usage } from '../usage.ts';
import { UsageRecorder } from './usage-recorder.ts';

/** From now on, until `endUsage`, what this worker uses is used by the given test file. */
export function beginUsage(root: string, file: string): void {
  const recorder = shared('usage-recorder', () => startRecorder(root));
  recorder.begin(file);
}

/** What the test file has used that was begun with; undefined where none was. */
export function endUsage(root: string): Usage | undefined {
  return shared('usage-recorder', () => startRecorder(root)).end();
}

function startRecorder(root: string): UsageRecorder {
  const recorder = new UsageRecorder(root);
  addObserver(recorder);
  observeProcess();
  return recorder;
}

/** Once in a process, also where it is observed for several runs. */
function observeProcess(): void {
  shared('usage-hooks', () => {
    observeModules();
    observeFiles();
    observeEnvironment();
    return true;
  });
}
