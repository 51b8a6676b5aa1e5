import type { SupervisorStatus } from './supervisor-status.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';

export type Step =
  | { readonly do: 'use'; readonly server: ServerRecord }
  | { readonly do: 'start' }
  | { readonly do: 'wait' }
  | { readonly do: 'give-up'; readonly failure: FailureRecord };

/**
 * Decides the next step of a process that wants a server. `awaited` is the last generation that it saw alive or
 * started itself: only that generation's failure concerns it.
 */
export function nextStep(status: SupervisorStatus, awaited: number): Step {
  const { generation, alive, ready, failed } = status;
  if (failed && generation === awaited) return { do: 'give-up', failure: failed };
  if (!alive) return { do: 'start' };
  return ready ? { do: 'use', server: ready } : { do: 'wait' };
}
