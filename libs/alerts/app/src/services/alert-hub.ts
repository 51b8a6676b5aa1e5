import type { Alert, AlertFeed, AlertListener } from '@acme/alerts-contract';

interface Follower {
  readonly listener: AlertListener;
  readonly onGap: () => void;
}

/** The alert feed of this process. */
export class AlertHub implements AlertFeed {
  readonly #followers = new Map<string, Set<Follower>>();

  follow(organizationId: string, listener: AlertListener, onGap: () => void = () => undefined): () => void {
    const follower = { listener, onGap };
    const followers = this.#followers.get(organizationId) ?? new Set();
    this.#followers.set(organizationId, followers.add(follower));
    return () => {
      followers.delete(follower);
      if (followers.size === 0 && this.#followers.get(organizationId) === followers) {
        this.#followers.delete(organizationId);
      }
    };
  }

  hasFollowers(organizationId: string): boolean {
    return this.#followers.has(organizationId);
  }

  publish(organizationId: string, alerts: readonly Alert[]): void {
    for (const { listener } of this.#followers.get(organizationId) ?? []) {
      for (const alert of alerts) ignoringErrors(() => listener(alert));
    }
  }

  /** Must be called when alerts of other processes may have been missed. */
  reportGap(): void {
    for (const followers of this.#followers.values()) {
      for (const { onGap } of followers) ignoringErrors(onGap);
    }
  }
}

/** Errors of one follower must not keep the others from getting the alert. */
function ignoringErrors(call: () => void): void {
  try {
    call();
  } catch {
    // ignored, see above
  }
}
