import type { AlertEntity, AlertRuleEntity } from '@acme/alerts';
import {
  type FactoryContext,
  type IdentityFactories,
  identityFactories,
  type OrganizationEntity,
} from '@acme/identity-test';
import { AlertFactory } from './alert-factory.ts';
import { AlertRuleFactory } from './alert-rule-factory.ts';
import { WebhookFactory } from './webhook-factory.ts';

export interface AlertsFactories extends IdentityFactories {
  readonly alertRule: AlertRuleFactory;
  readonly alert: AlertFactory;
  readonly webhook: WebhookFactory;
  /** A rule of the organization with a number of alerts. */
  readonly alertRuleWithAlerts: (
    organization: OrganizationEntity,
    count: number,
  ) => Promise<{ rule: AlertRuleEntity; alerts: AlertEntity[] }>;
}

/** The component's factories and those of identity, bound to a test's entity manager. */
export function alertsFactories(context: FactoryContext): AlertsFactories {
  const [alertRule, alert] = [new AlertRuleFactory(context), new AlertFactory(context)];
  return {
    ...identityFactories(context),
    alertRule,
    alert,
    webhook: new WebhookFactory(context),
    alertRuleWithAlerts: async (organization, count) => {
      const rule = await alertRule.for(organization).create();
      const alerts = await alert.for(organization).associations({ rule }).createList(count);
      return { rule, alerts };
    },
  };
}
