import { createHook } from 'node:async_hooks';
import { captureStack } from '../origin.ts';
import { responsibleRecord, currentRecord, type GuardRecord } from '../record.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { noteSleep } from './sleeps.ts';

const tracked = new Set([
  ...['Timeout', 'TCPWRAP', 'TCPSERVERWRAP', 'PIPEWRAP', 'PIPESERVERWRAP', 'UDPWRAP'],
  ...['PROCESSWRAP', 'WORKER', 'FSEVENTWRAP', 'STATWATCHER', 'FILEHANDLE'],
]);

/**
 * Notes every timer and handle that is made from now on with the test that made it. Promises are not followed: cheap. What
 * happens is watched only where real sleep is a problem: that hook is called for every turn of the event loop.
 */
export function trackResources(watchSleeps: boolean): void {
  const { sleeps } = oncePerWorker('resources', makeHooks);
  if (watchSleeps) sleeps.enable();
  else sleeps.disable();
}

function makeHooks() {
  openStandardStreams();
  const owners = new Map<number, GuardRecord>();
  const made = createHook({
    trackPromises: false,
    init(id, type, _trigger, handle) {
      if (!tracked.has(type)) return;
      const maker = currentRecord();
      const record = maker && responsibleRecord(maker);
      if (!record) return;
      const by = record === maker ? {} : { by: maker.subject };
      record.resources.set(id, { type, handle, origin: captureStack(), ...by });
      owners.set(id, record);
    },
    destroy(id) {
      owners.get(id)?.resources.delete(id);
      owners.delete(id);
    },
  }).enable();
  const sleeps = createHook({
    trackPromises: false,
    before(id) {
      const record = owners.get(id);
      if (record?.rules.sleeps) noteSleep(record, id);
    },
  });
  return { made, sleeps };
}

/** They are opened by whoever reads them first, and would be taken for something that this one left behind. */
function openStandardStreams(): unknown[] {
  return [process.stdin, process.stdout, process.stderr];
}
