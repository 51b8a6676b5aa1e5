import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { observeProcess } from '../hooks/observe-process.ts';
import { addKitFolder } from '../../worker/kit-folders.ts';
import { addObserver } from '../hooks/observers.ts';
import { UsageRecorder } from './usage-recorder.ts';

/**
 * Returns the recorder of this worker. `kit` is the folder of the kit's sources, which the worker has in addition to
 * this copy.
 */
export function startRecorder(root: string, kit: string): UsageRecorder {
  return oncePerWorker('usage-recorder', () => {
    addKitFolder(kit);
    const recorder = new UsageRecorder(root);
    addObserver(recorder);
    observeProcess();
    return recorder;
  });
}
