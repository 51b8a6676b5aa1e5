import { shared } from '../../guards/shared.ts';
import { observeProcess } from '../hooks/observe-process.ts';
import { addKit } from '../stack/kits.ts';
import { addObserver } from '../hooks/observers.ts';
import { UsageRecorder } from './usage-recorder.ts';

/** The recorder of this worker; `kit` is the folder of the kit's sources, which the worker has beside this copy of them. */
export function startRecorder(root: string, kit: string): UsageRecorder {
  return shared('usage-recorder', () => {
    addKit(kit);
    const recorder = new UsageRecorder(root);
    addObserver(recorder);
    observeProcess();
    return recorder;
  });
}
