import type { Condition, Event } from '@acme/alerts-contract';

/** Whether an event is what a rule waits for. A rule without a zone waits for it in any zone. */
export function matches({ kind, zone, minConfidence }: Condition, event: Event): boolean {
  return (
    event.kind === kind && (zone === undefined || event.zone === zone) && event.confidence >= minConfidence
  );
}
