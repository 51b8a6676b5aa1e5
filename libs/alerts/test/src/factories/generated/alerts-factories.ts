// Made by `nx g factory alerts`, and made again when entities come or go.
import { type IdentityFactories, identityFactories, tenancy } from '@acme/identity-test';
import { bindFactories, type FactoriesOf, type FactoryContext } from '@vouch/testing/factories';
import { AlertFactory } from '../alert-factory.ts';
import { AlertRuleFactory } from '../alert-rule-factory.ts';
import { DeliveryFactory } from '../delivery-factory.ts';
import { QueuedDeliveryFactory } from '../queued-delivery-factory.ts';
import { WebhookFactory } from '../webhook-factory.ts';

export const alertsFactoryClasses = {
  alert: AlertFactory,
  alertRule: AlertRuleFactory,
  delivery: DeliveryFactory,
  queuedDelivery: QueuedDeliveryFactory,
  webhook: WebhookFactory,
};

export type AlertsFactories = IdentityFactories & FactoriesOf<typeof alertsFactoryClasses>;

/** The factories of alerts, and of what it builds on, bound to a test's entity manager. */
export function alertsFactories(context: FactoryContext): AlertsFactories {
  const bound = { tenancy, ...context };
  return { ...identityFactories(bound), ...bindFactories(alertsFactoryClasses, bound) };
}
