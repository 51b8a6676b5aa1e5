import type { Alert, AlertFeed, AlertListener } from '@acme/alerts-contract';

/** Tells the followers of this process. */
export class AlertHub implements AlertFeed {
  readonly #listeners = new Map<string, Set<AlertListener>>();

  follow(organizationId: string, listener: AlertListener): () => void {
    const listeners = this.#listeners.get(organizationId) ?? new Set();
    this.#listeners.set(organizationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(organizationId) === listeners) {
        this.#listeners.delete(organizationId);
      }
    };
  }

  tell(organizationId: string, alerts: readonly Alert[]): void {
    for (const listener of this.#listeners.get(organizationId) ?? []) {
      for (const alert of alerts) tellOne(listener, alert);
    }
  }
}

function tellOne(listener: AlertListener, alert: Alert): void {
  try {
    listener(alert);
  } catch {
    // Its own matter: the others are to be told all the same.
  }
}
