import { shared } from '../../guards/shared.ts';
import { observeProcess } from '../hooks/observe-process.ts';
import { addObserver } from '../hooks/observers.ts';
import { UsageRecorder } from './usage-recorder.ts';

/** The recorder of this worker. */
export function startRecorder(root: string): UsageRecorder {
  return shared('usage-recorder', () => {
    const recorder = new UsageRecorder(root);
    addObserver(recorder);
    observeProcess();
    return recorder;
  });
}
