import { createHook } from 'node:async_hooks';
import { here } from '../origin.ts';
import { answerable, currentRecord, type GuardRecord } from '../record.ts';
import { shared } from '../shared.ts';
import { noteSleep } from './sleeps.ts';

const tracked = new Set([
  ...['Timeout', 'TCPWRAP', 'TCPSERVERWRAP', 'PIPEWRAP', 'PIPESERVERWRAP', 'UDPWRAP'],
  ...['PROCESSWRAP', 'WORKER', 'FSEVENTWRAP', 'STATWATCHER', 'FILEHANDLE'],
]);

/** Notes every timer and handle that is made from now on with the test that made it. Promises are not followed: cheap. */
export function trackResources(): void {
  shared('resources', () => {
    openStandardStreams();
    const owners = new Map<number, GuardRecord>();
    return createHook({
      trackPromises: false,
      init(id, type, _trigger, handle) {
        if (!tracked.has(type)) return;
        const maker = currentRecord();
        const record = maker && answerable(maker);
        if (!record) return;
        const by = record === maker ? {} : { by: maker.subject };
        record.resources.set(id, { type, handle, origin: here(), ...by });
        owners.set(id, record);
      },
      before(id) {
        const record = owners.get(id);
        if (record?.rules.sleeps) noteSleep(record, id);
      },
      destroy(id) {
        owners.get(id)?.resources.delete(id);
        owners.delete(id);
      },
    }).enable();
  });
}

/** They are opened by whoever reads them first, and would be taken for something that this one left behind. */
function openStandardStreams(): unknown[] {
  return [process.stdin, process.stdout, process.stderr];
}
