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
 * Records every new timer and handle together with the test that created it. Promises are not tracked, which keeps
 * this cheap. The hook for firing timers is enabled only where real sleeps are a problem, because it runs for every
 * turn of the event loop.
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

/**
 * Opens the standard streams before any test does, because they would count as a leak of the first test that reads
 * them.
 */
function openStandardStreams(): unknown[] {
  return [process.stdin, process.stdout, process.stderr];
}
