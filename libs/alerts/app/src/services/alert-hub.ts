import type { Alert, AlertFeed, AlertListener } from '@acme/alerts-contract';

interface Follower {
  readonly listener: AlertListener;
  readonly onGap: () => void;
}

/** Tells the followers of this process. */
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

  tell(organizationId: string, alerts: readonly Alert[]): void {
    for (const { listener } of this.#followers.get(organizationId) ?? []) {
      for (const alert of alerts) ignoringErrors(() => listener(alert));
    }
  }

  /** To be called when alerts may have been missed that other processes raised. */
  tellGap(): void {
    for (const followers of this.#followers.values()) {
      for (const { onGap } of followers) ignoringErrors(onGap);
    }
  }
}

/** What a follower throws is its own matter: the others are to be told all the same. */
function ignoringErrors(tell: () => void): void {
  try {
    tell();
  } catch {
    // See above.
  }
}
