import { createAlerts } from '@acme/alerts';
import type { NewAlertRule } from '@acme/alerts-contract';
import type { Identity } from '@acme/identity';
import type { Actor } from '@acme/identity-contract';

/** What each demo tenant wants to be alerted of. */
const demoRule: NewAlertRule = {
  name: 'Someone at the loading bay',
  severity: 'warning',
  condition: { kind: 'person', zone: 'loading bay', minConfidence: 0.8 },
};

export async function seedRule({ tenants }: Identity, owner: Actor): Promise<void> {
  const { rules } = createAlerts({ tenants, post: deliverNothing });
  if ((await rules.list(owner)).length === 0) await rules.create(owner, demoRule);
}

async function deliverNothing(): Promise<void> {
  // The seed reports no event.
}
