import type { SupervisorStatus } from './supervisor-status.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';

export type Step =
  | { readonly do: 'use'; readonly server: ServerRecord }
  | { readonly do: 'start' }
  | { readonly do: 'wait' }
  | { readonly do: 'give-up'; readonly failure: FailureRecord };

/**
 * What a process that wants a server does next. `awaited` is the last generation that it saw alive or started itself:
 * that one's failure is its own, an older one's is history.
 */
export function nextStep(status: SupervisorStatus, awaited: number): Step {
  const { generation, alive, ready, failed } = status;
  if (failed && generation === awaited) return { do: 'give-up', failure: failed };
  if (!alive) return { do: 'start' };
  return ready ? { do: 'use', server: ready } : { do: 'wait' };
}
