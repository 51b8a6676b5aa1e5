import { createAlerts } from '@acme/alerts';
import type { NewAlertRule } from '@acme/alerts-contract';
import { MemoryCaches } from '@acme/cache';
import type { Identity } from '@acme/identity';
import type { Actor } from '@acme/identity-contract';

/** What each demo tenant wants to be alerted of. */
const demoRule: NewAlertRule = {
  name: 'Someone at the loading bay',
  severity: 'warning',
  condition: { kind: 'person', zone: 'loading bay', minConfidence: 0.8 },
};

export async function seedRule({ tenants }: Identity, owner: Actor): Promise<void> {
  const { rules } = createAlerts({ tenants, caches: new MemoryCaches(), post: deliverNothing });
  if ((await rules.list(owner)).length === 0) await rules.create(owner, demoRule);
}

async function deliverNothing(): Promise<void> {
  // The seed reports no event.
}
