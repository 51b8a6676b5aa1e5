import type { Actor } from '@acme/identity-contract';
import type { AlertRule, NewAlertRule } from './alert-rule.ts';

/** What an organization wants to be alerted of. */
export interface AlertRules {
  /**
   * @returns the new rule
   * @tenantScoped
   */
  create(actor: Actor, rule: NewAlertRule): Promise<AlertRule>;

  /**
   * @returns all rules, by name
   * @tenantScoped
   */
  list(actor: Actor): Promise<AlertRule[]>;

  /**
   * Deletes a rule with its alerts.
   *
   * @throws {@link RuleNotFoundError} when there is no such rule
   * @tenantScoped
   */
  delete(actor: Actor, ruleId: string): Promise<void>;
}
