import type { AlertEntity, AlertRuleEntity } from '@acme/alerts';
import type { BuildContext } from '@vouch/testing/factories';
import { AlertFactory } from './alert-factory.ts';
import {
  type AlertRuleAttributes,
  AlertRuleBase,
  type AlertRuleParents,
} from './generated/alert-rule-base.ts';

export class AlertRuleFactory extends AlertRuleBase {
  /** A rule with a number of alerts that it raised. */
  async createWithAlerts(count: number): Promise<{ rule: AlertRuleEntity; alerts: AlertEntity[] }> {
    const rule = await this.create();
    const alerts = await new AlertFactory(this.context).associations({ rule }).createList(count);
    return { rule, alerts };
  }

  protected override defaults(
    build: BuildContext<AlertRuleAttributes, AlertRuleParents>,
  ): AlertRuleAttributes {
    const condition = build.requested.condition ?? { kind: 'person', minConfidence: 0.5 };
    const name = `${condition.kind} ${build.number}`;
    return { ...super.defaults(build), name, condition, severity: 'warning' };
  }
}
